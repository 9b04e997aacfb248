import type { Viruses } from '../../core/world.ts'

/** A machine without a virus scanner: everything stands on a person's word. For the demo and for tests, which must not depend on what is installed. */
export const noScanner: Viruses = { machine: 'pc-021', scanner: async () => null, scan: async () => ({ outcome: 'no-scanner' }) }
