import * as z from 'zod'
import { Path } from './text.ts'
import { ask } from './wire/operation.ts'

/**
 * What the window may ask of the desktop that it stands on, beside the desk: the system's own pickers and viewers.
 * `main/app` answers; the command line has no such thing. A dismissed question is answered with nothing chosen.
 */
export const desktop = {
  shell: {
    pickFiles: ask(z.void(), z.array(z.string())),
    pickFolder: ask(z.void(), z.string().nullable()),
    pickSaveAs: ask(z.string().max(300), z.string().nullable()),
    /** False when nothing lies at that absolute path; refuses the vault's own folder. */
    showInFolder: ask(Path, z.boolean()),
    /** False for any address but a carrier's tracking page. */
    openExternal: ask(z.string().max(2048), z.boolean()),
  },
}
