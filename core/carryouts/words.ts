import type { CarryOut } from './carry-out.ts'

/** How it is sealed, for registers and letters: as the packages say; paper says how it is kept shut. */
export const encryptionWords = ({ encryption, protection }: Pick<CarryOut, 'encryption' | 'protection'>): string =>
  encryption.length === 0 ? `暗号化なし（紙）。${protection}` : [...new Set(encryption.map(({ container, kdf, envelope }) => `${container}（${envelope ? '鍵は登録済みの証明書宛ての封筒' : kdf}）`))].join('、')
