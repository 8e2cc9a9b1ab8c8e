/** Weeks in a year, throughout the model. */
export const WEEKS_PER_YEAR = 52;
