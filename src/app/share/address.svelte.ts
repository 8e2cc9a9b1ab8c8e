/** The page's own address, which says what the page shows. */
import { hasOwnOrigin } from '../ownOrigin';
import { pageOf as pageAt } from '../pages';
import type { Session } from '../session/session.svelte';
import { addressOf, linkOfSession, pageOf, sharedNow } from './linkOfSession';

/** Browsers refuse addresses that change more often than a hundred times in half a minute. */
const REST = 400;

/**
 * Keeps the address up with the session, once something was chosen. Must be called while a component is set up.
 * Entries of the browser's history are replaced, not added: undo is the page's own.
 */
export function followAddress(session: Session): void {
  if (!hasOwnOrigin()) return;
  $effect(() => {
    if (session.isUntouched) return;
    const shared = sharedNow(session);
    const timer = setTimeout(() => {
      // A link to another page was followed a moment ago, and the simulator is about to leave.
      if (pageAt(location.hash).kind !== 'simulator') return;
      const link = linkOfSession(shared);
      // What does not fit leaves an address that would show something else; better none.
      history.replaceState(null, '', link.ok ? addressOf(link.text, location.href) : pageOf(location.href));
    }, REST);
    return () => clearTimeout(timer);
  });
}
