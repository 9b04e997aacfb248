import * as z from 'zod'
import { PersonId } from '../people/person.ts'
import { Lines, Name, Path, Text } from '../text.ts'
import { Instant } from '../time.ts'

/** 媒体番号, `MED-2026-0003`. */
export const MediumNo = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,39}$/).brand<'MediumNo'>()
export type MediumNo = z.infer<typeof MediumNo>

/** Art. 11(5): one line of the 媒体管理簿, blank medium or not. */
export const Medium = z.object({
  no: MediumNo,
  type: z.enum(['USBメモリ', '外付けHDD', '外付けSSD', '光ディスク', 'SDカード', 'その他']),
  maker: Text,
  model: Text,
  serial: Name,
  capacityBytes: z.number().int().positive().nullable(),
  owner: z.enum(['甲', '乙']),
  ownerNo: Text,
  storagePlace: Name,
  lockType: Name,
  keyHolder: Name,
  state: z.enum(['登録', '保管', '使用中', '持出中', '送付中', '返却済', '消去予定', '消去済', '廃棄予定', '廃棄済', '故障', '紛失']),
  registeredAt: Instant,
})
export type Medium = z.infer<typeof Medium>

/** 戻り: where it is locked away again. */
export const BringBack = z.object({ no: MediumNo, storagePlace: Name })
export const RegisterMedium = Medium.omit({ state: true, registeredAt: true, no: true }).extend({ no: MediumNo.nullable() })
export type RegisterMedium = z.infer<typeof RegisterMedium>

/** 紛失の記録 (Art. 18①): the medium, and what the ledger knows to have come or gone on it. */
export const Loss = z.object({
  id: z.string(), medium: MediumNo, serial: z.string(), foundAt: Instant, place: Text, circumstances: Lines, by: PersonId, at: Instant,
  items: z.number().int(), records: z.number().int().nullable(), packages: z.array(z.string()), personalInfo: z.boolean(), myNumber: z.boolean(),
  /** 発見: it turned up again. That it was out of control stays written. */
  found: z.object({ at: Instant, place: Name, circumstances: Lines, by: PersonId, storagePlace: Name }).nullable().default(null),
})
export type Loss = z.infer<typeof Loss>
export const ReportLost = z.object({ no: MediumNo, foundAt: Instant, place: Text, circumstances: Lines.refine((s) => s.length > 0) })
/** 発見: where and how it turned up, the serial number as it stands on it, and where it is locked away now. */
export const FoundAgain = z.object({ no: MediumNo, serial: Name, at: Instant, place: Name, circumstances: Lines, storagePlace: Name })
export const ReportBroken = z.object({ no: MediumNo, note: Name })
export const ReturnMedium = z.object({ no: MediumNo, receivedBy: Name, place: Name })
export const PrintLabels = z.object({ nos: z.array(MediumNo).min(1).max(1000), shinten: z.boolean(), into: Path })
