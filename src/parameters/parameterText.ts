import type { ParameterMessage } from '../messages/messageTypes';
import { messages } from '../messages/messages';
import type { ParameterId, registry } from './registry';

/** What the messages must say about a parameter, given its definition. */
type MessageFor<D> = ParameterMessage &
  (D extends { specialZero: true } ? { readonly zero: string } : { readonly zero?: never }) &
  (D extends { nullable: true } | { kind: 'history' }
    ? { readonly null: string }
    : { readonly null?: never }) &
  (D extends { choices: readonly (infer Choice extends string)[] }
    ? { readonly choices: Readonly<Record<Choice, string>> }
    : { readonly choices?: never });

type MessagesOfParameters = { readonly [Id in ParameterId]: MessageFor<(typeof registry)[Id]> };

// A parameter without its sentences, or sentences without their parameter, is a type error here.
const texts = messages.parameters satisfies MessagesOfParameters &
  Record<Exclude<keyof typeof messages.parameters, ParameterId>, never>;

/** The sentences about a parameter. */
export function parameterText(id: ParameterId): ParameterMessage {
  return texts[id];
}
