/**
 * The two Electron channels everything travels on. They live apart from `ipc.ts` so that the preload
 * script, which runs before every page, does not carry the schemas with it.
 */
export const requestChannel = 'counterpoint:request'
export const eventChannel = 'counterpoint:event'
