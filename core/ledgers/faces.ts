import type { Kept, Kind } from '../ledger/shelf.ts'

/**
 * What a row of one kind may say of a thing of another. Small on purpose: when one of these changes, every row that looked at it is
 * made again, and while none of them changes nothing is.
 */
export const faces = {
  person: ({ name, company }: Kept['person']) => ({ name, company }),
  contract: ({ contractNo, title }: Kept['contract']) => ({ contractNo, title }),
  medium: ({ serial, type, maker, model }: Kept['medium']) => ({ serial, type, maker, model }),
  handover: ({ contractId, purpose, receiptNo, actual, medium, storagePlace }: Kept['handover']) => ({ contractId, purpose, receiptNo, means: actual?.means ?? null, at: actual?.at ?? null, medium, storagePlace }),
  package: ({ no, fileName, sha256 }: Kept['package']) => ({ no, fileName, sha256 }),
  device: ({ name, assetNo }: Kept['device']) => ({ name, assetNo }),
  plan: ({ no, targets }: Kept['plan']) => ({ no, targets: targets.map((target) => ({ no: target.no, information: target.information, mediaName: target.mediaName })) }),
} satisfies { [K in Kind]?: (kept: Kept[K]) => object }

type Faces = typeof faces
export type FacedKind = keyof Faces

/** Asks for the face of a thing; undefined when there is no such thing. */
export type Look = <K extends FacedKind>(kind: K, id: string | null | undefined) => ReturnType<Faces[K]> | undefined

/** The face of a kept thing, null for kinds that have none. */
export function faceOf(kind: Kind, kept: unknown): object | null {
  const face = (faces as Partial<Record<Kind, (kept: never) => object>>)[kind]
  return face ? face(kept as never) : null
}
