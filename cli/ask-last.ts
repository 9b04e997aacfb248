import { createInterface } from 'node:readline/promises'
import type { World } from '../core/world.ts'

/**
 * The last question at a terminal: what will be lost, and its serial number typed from the label. What came with the order counts; without
 * a terminal, and without a number, nothing is destroyed. An empty line, and the end of the input, mean no.
 */
export const askLast: World['confirm'] = async ({ act, medium, drive, typed }, signal) => {
  if (typed !== null) return typed
  if (!process.stdin.isTTY) return ''
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  try {
    const held = drive.volumes.map(({ label, fileSystem }) => [label, fileSystem].filter(Boolean).join(' / ')).filter(Boolean).join('、')
    const said = await terminal.question(`${act === 'command' ? '次の媒体に消去を命じます。送ると取り消せません。' : '次の媒体のすべての内容を消去します。元に戻せません。'}
  媒体番号　${medium.no}（${medium.type}）
  製造番号　${drive.serial ?? ''}
  型番　　　${drive.maker} ${drive.model}
  容量　　　${drive.bytes.toLocaleString('en')} バイト
  内容　　　${held === '' ? '名前の付いた領域はありません' : held}
製造番号を、本体のラベルから入力してください（やめるときは空のまま Enter）: `, { signal })
    return said.trim() === '' ? null : said
  } catch (error) {
    if (error instanceof Error && (error.name === 'AbortError' || 'code' in error)) return null
    throw error
  } finally {
    terminal.close()
  }
}
