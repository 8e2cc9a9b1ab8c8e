import { valueText } from '../people/valueText';
import type { Session } from '../session/session.svelte';
import { markOf, type Mark } from './mark';
import { settingLabel, type Setting } from './policySettings';
import { originalId, provenanceOf, settingValue, type SettingValue } from './settingValue';

/** One setting as the session has it now, and as it came. Each part changes only when it itself does. */
export class SettingState {
  readonly #session: () => Session;
  readonly #setting: () => Setting;

  constructor(session: () => Session, setting: () => Setting) {
    this.#session = session;
    this.#setting = setting;
  }

  /** The id that it had in the scenario as it came; null where its level is new. */
  readonly idBefore = $derived.by(() => originalId(this.id, this.#session().difference.origins));

  readonly value: SettingValue = $derived.by(() => settingValue(this.#session().scenario, this.id));

  /** The value as it came; undefined where its level is new. */
  readonly original: SettingValue | undefined = $derived.by(() =>
    this.idBefore === null ? undefined : settingValue(this.#session().original, this.idBefore),
  );

  readonly label = $derived.by(() => settingLabel(this.setting, this.#session().scenario));

  readonly originalWords = $derived.by(() =>
    this.original === undefined ? '' : valueText(this.id, this.original, this.#session().original),
  );

  readonly isChanged = $derived.by(() => this.#session().isChanged(this.id));

  /** Whether it can be brought back. */
  readonly canReset = $derived.by(() => this.isChanged && this.idBefore !== null);

  readonly mark: Mark = $derived.by(() => {
    const provenance = this.idBefore === null ? null : provenanceOf(this.#session().original, this.idBefore);
    return markOf(this.setting, this.isChanged || this.idBefore === null, provenance);
  });

  get setting(): Setting {
    return this.#setting();
  }

  get id(): string {
    return this.setting.publicId;
  }
}
