/** Controls that the focus can come to without a keyboard opening on a phone. */
const CONTROLS =
  'summary, :is(button, select, input:not([type="text"])):not(:disabled), [tabindex]:not([tabindex="-1"])';

/**
 * Remembers where the focus is below `root`, before what is there changes. The function it returns, called after the
 * change, puts the focus nearby where its element went or was disabled: on the same one made anew, else on the
 * control before it in the smallest part that is left, or the one after it.
 */
export function rememberFocus(root: HTMLElement): () => void {
  const held = document.activeElement;
  if (!(held instanceof HTMLElement) || held === root || !root.contains(held)) return () => undefined;
  const parts: Element[] = [];
  for (let part = held.parentElement; part !== null && parts.at(-1) !== root; part = part.parentElement) {
    parts.push(part);
  }
  const before = [...root.querySelectorAll<HTMLElement>(CONTROLS)].filter(
    (control) => (control.compareDocumentPosition(held) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
  );
  return () => {
    if (held.isConnected && !held.matches(':disabled')) return;
    const { activeElement } = document;
    const hasMoved = activeElement !== null && activeElement !== document.body && activeElement !== held;
    if (hasMoved) return;
    const again = held.id === '' ? null : document.getElementById(held.id);
    if (again !== null && !again.matches(':disabled')) {
      again.focus();
      return;
    }
    for (const part of parts) {
      if (!part.isConnected) continue;
      const controls = [...part.querySelectorAll<HTMLElement>(CONTROLS)].filter((control) =>
        control.checkVisibility({ visibilityProperty: true }),
      );
      const next = controls.findLast((control) => before.includes(control)) ?? controls[0];
      if (next === undefined) continue;
      next.focus();
      return;
    }
  };
}
