import { EvidencePacked, PackEvidence } from '../evidence/packing.ts'
import { job } from '../wire/operation.ts'
import { Counted } from './orders.ts'

/** 証跡一式: everything of a contract for an audit (Art. 17), in one file that needs no program of ours. */
export const evidence = {
  evidence: {
    pack: job(PackEvidence, Counted, EvidencePacked),
  },
}
