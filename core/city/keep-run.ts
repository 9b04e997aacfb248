import { record } from '../ledger/record.ts'
import { signedIn } from '../vault/signed-in.ts'
import type { World } from '../world.ts'
import type { Imported, ImportLine, ImportRun } from './import-run.ts'

/** Writes an import down whole: what its 取込結果一覧 is made of, whenever someone asks for it. */
export function keepRun(world: World, run: Pick<ImportRun, 'id' | 'at' | 'files' | 'contractId' | 'outcome'>, answers: readonly Imported[]): Promise<ImportRun> {
  const kept: ImportRun = { ...run, endedAt: world.now(), by: signedIn(world).personId, lines: answers.map(lineOf) }
  return record(world, () => ({ entries: [{ type: 'import-ended', data: { run: kept } }], answer: () => kept }))
}

/** Only the file's own name: the folder may be a person's. */
export const fileNameOf = (path: string): string => path.split(/[/\\]/).at(-1) ?? ''

function lineOf({ verification: { file, body, verdict, reasons, document }, outcome, imported, differences }: Imported): ImportLine {
  return {
    file: fileNameOf(file), body, verdict, outcome, document: document && { form: document.form, docNo: document.docNo, revision: document.revision, contractNo: document.contractNo, code: document.code },
    signer: document?.signer ?? null, importedId: imported?.id ?? null, cityReceiptNo: imported?.cityReceiptNo ?? '', reasons, differences,
  }
}
