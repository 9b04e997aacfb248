import { stateWord } from '../terms.ts'
import type { Sentences } from './sentences.ts'

/** Media (Art. 11(5), 11(10)オ). */
export interface MediaObjections {
  'medium-unregistered': { serial: string }
  'medium-exists': { no: string }
  'serial-exists': { serial: string; no: string }
  'medium-not-away': { no: string; state: string }
  'medium-not-in-store': { no: string; state: string }
  'drives-unreadable': { tool: string }
  'medium-not-of-city': { no: string }
}

export const media: Sentences<MediaObjections> = {
  ja: {
    'medium-unregistered': ({ serial }) => `登録されていない媒体です（${serial}）。取り外し、必要なら「媒体」で登録してください。`,
    'medium-exists': ({ no }) => `媒体番号 ${no} は既に登録されています。別の番号にしてください。`,
    'serial-exists': ({ serial, no }) => `製造番号 ${serial} は ${no} として既に登録されています。媒体の製造番号を確かめてください。`,
    'medium-not-away': ({ no, state }) => `媒体 ${no} は「${stateWord(state, 0)}」で、戻りを記録する状態ではありません。番号を確かめてください。`,
    'medium-not-in-store': ({ no, state }) => `媒体 ${no} は「${stateWord(state, 0)}」のため使えません。所在を確かめてください。`,
    'drives-unreadable': ({ tool }) => `この機器のドライブを確かめられませんでした（${tool}）。差し直すか再起動してから、もう一度お試しください。続くときは管理者に、${tool} が使えるかを確かめてもらってください。`,
    'medium-not-of-city': ({ no }) => `媒体 ${no} は乙の所有です。返却ではなく、消去又は廃棄を計画してください。`,
  },
  en: {
    'medium-unregistered': ({ serial }) => `This medium (${serial}) is not registered. Remove it, or register it under Media.`,
    'medium-exists': ({ no }) => `Medium ${no} is registered already.`,
    'serial-exists': ({ serial, no }) => `Serial number ${serial} is registered already as ${no}.`,
    'medium-not-away': ({ no, state }) => `Medium ${no} is “${stateWord(state, 1)}”; there is nothing to bring back.`,
    'medium-not-in-store': ({ no, state }) => `Medium ${no} is “${stateWord(state, 1)}” and cannot be used.`,
    'drives-unreadable': ({ tool }) => `The drives of this machine could not be read (${tool}). Plug the drive in again or restart, then try again; if it stays so, ask the administrator whether ${tool} works here.`,
    'medium-not-of-city': ({ no }) => `Medium ${no} is our own. Plan its erasure or disposal instead of returning it.`,
  },
}
