/** Version of the simulated model. A change that moves any result raises it and is listed in CHANGELOG.md. */
export const MODEL_VERSION = '1.0.0';
