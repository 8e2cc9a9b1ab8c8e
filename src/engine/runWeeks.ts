import type { Lab } from '../model/lab';
import { SERVICE } from '../model/regions';
import type { Setup } from '../model/setup';

/** What an ensemble counts of the weeks of one run, week 0 … horizon. Reused from run to run. */
export class RunWeeks {
  /** Capability of the model in service, doublings; NaN: none is. */
  readonly deployed: Float64Array;
  readonly rival: Float64Array;
  /** Weeks with unsafe deployment or unsafe internal use so far. */
  readonly unsafeUse: Uint16Array;

  constructor({ horizon }: Setup) {
    this.deployed = new Float64Array(horizon + 1);
    this.rival = new Float64Array(horizon + 1);
    this.unsafeUse = new Uint16Array(horizon + 1);
  }

  /** Notes the lab's present week. */
  note(lab: Lab): void {
    const { week } = lab;
    this.deployed[week] = lab.service === SERVICE.live ? lab.deployedCapability : NaN;
    this.rival[week] = lab.rivalCapability;
    // Two counts that stand still but in their own weeks: their sum grows in weeks of unsafe use, and in no others.
    this.unsafeUse[week] = lab.unsafeDeploymentWeeks + lab.unsafeInternalUseWeeks;
  }
}
