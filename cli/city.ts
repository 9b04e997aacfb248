import { resolve } from 'node:path'
import type { Imported } from '../core/city/import-run.ts'
import type { Desk } from '../core/contract.ts'
import type { ContractId } from '../core/contracts/contract-of-work.ts'
import { sayFinding } from '../core/words/findings.ts'
import { valueOf, type Call } from './arguments.ts'
import { atTheDesk } from './at-the-desk.ts'
import { EXIT, type Exit, Usage } from './exit.ts'
import { operation } from './operation.ts'
import { watcher } from './print.ts'

/** `city import PATH…`: a verdict for every document, one a line; exit 1 when any is refused. Everything else of the city by the contract. */
export async function city(call: Call): Promise<Exit> {
  const [verb, ...paths] = call.words
  if (verb !== 'import' || paths.some((path) => path === '-' || path.startsWith('{'))) return operation('city', call)
  if (paths.length === 0) throw new Usage('city import PATH…')
  const order = { paths: paths.map((path) => resolve(path)), cityReceiptNo: valueOf(call, 'number') ?? null }
  return atTheDesk(call, async (desk) => {
    const results = await desk.city.import({ ...order, contractId: await contractOf(desk, valueOf(call, 'contract')) }, { signal: call.signal, onProgress: watcher() })
    for (const result of results) process.stdout.write(call.flags.has('json') ? `${JSON.stringify(asObject(result))}\n` : inWords(result))
    return { printed: true, exit: results.some(({ outcome }) => outcome === 'refused') ? EXIT.refused : EXIT.done }
  })
}

async function contractOf(desk: Desk, contractNo: string | undefined): Promise<ContractId | null> {
  if (contractNo === undefined) return null
  const contract = (await desk.contracts.list()).find((one) => one.contractNo === contractNo)
  if (!contract) throw new Usage(`--contract: there is no contract ${contractNo}`)
  return contract.id
}

/** What another program needs of a document, flat and in plain words beside the codes. */
function asObject({ verification: { file, body, verdict, reasons, document }, outcome, imported, differences }: Imported) {
  return {
    file, outcome, verdict, body, form: document?.form ?? null, docNo: document?.docNo ?? null, revision: document?.revision ?? null, contractNo: document?.contractNo ?? null,
    issuedAt: document?.issuedAt ?? null, code: document?.code ?? null, signer: document?.signer ?? null, cityReceiptNo: imported?.cityReceiptNo ?? null, importedId: imported?.id ?? null,
    reasons: reasons.map((reason) => ({ code: reason.code, field: reason.field, message: sayFinding(reason, 'ja') })), differences,
  }
}

const MARKS: Readonly<Record<Imported['verification']['verdict'], string>> = { verified: '✔', 'values-only': '△', refused: '✘' }
const OUTCOMES: Readonly<Record<Imported['outcome'], string>> = { imported: '取込', already: '取込済', refused: '不可' }

function inWords({ verification: { file, verdict, reasons, document }, outcome, imported, differences }: Imported): string {
  const name = document ? `${document.docNo}（第${document.revision}版） ` : ''
  return [
    `${MARKS[verdict]} ${OUTCOMES[outcome]} ${name}${imported?.cityReceiptNo ? `収受番号 ${imported.cityReceiptNo} ` : ''}${file}`,
    ...reasons.map((reason) => `    ${sayFinding(reason, 'ja')}`),
    ...differences.map(({ field, row, expected, found }) => `    ${row === null ? '' : `${row}件目の`}「${field}」　発行時：${expected}　今回：${found}`), '',
  ].join('\n')
}
