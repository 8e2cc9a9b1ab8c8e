import { messages } from '../messages/messages';
import { describeValue } from './describeValue';
import type { Issue } from './issue';
import { nearestNames } from './nearestNames';
import { publicIds } from './publicId';
import { thresholdCount } from './thresholds';

/** The issue of an id that no parameter has, naming those nearest to it. */
export function unknownParameter(publicId: string): Issue {
  const nearest = nearestNames(publicId, publicIds(thresholdCount.max));
  return {
    path: publicId,
    expected: messages.issues.knownParameter(nearest),
    received: describeValue(publicId),
  };
}
