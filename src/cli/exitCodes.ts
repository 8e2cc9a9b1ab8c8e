/** What the command's exit code says; the numbers are public. */
export const exitCodes = {
  done: 0,
  /** A preset, file or scenario is wrong. */
  wrongScenario: 1,
  /** A flag, its value or the command itself is wrong. */
  wrongFlags: 2,
  /** The command could not be finished: a full disk, or a fault of the simulator (EX_SOFTWARE of sysexits.h). */
  notFinished: 70,
  /** 128 + the number of the signal, as shells report it. */
  interrupted: 130,
  terminated: 143,
} as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
