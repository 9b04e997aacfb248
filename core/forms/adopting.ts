import { activeContract, contractNamed } from '../contracts/use.ts'
import { look, record } from '../ledger/record.ts'
import { refusal } from '../refusal.ts'
import { signedIn } from '../vault/signed-in.ts'
import type { World } from '../world.ts'
import { keysOf } from './fill.ts'
import { FormTemplate } from './form.ts'
import { troubleWith } from './numbering.ts'
import type { AdoptForm, FormSetting, FormSettings, Numbering } from './setting.ts'
import { templateOf } from './templates.ts'
import { nextNumber, patternOf } from './use.ts'

/**
 * A city's own form for a contract, as a file of data: kept in the ledger by its version. Refuses what is no template, what asks for
 * facts that nobody has, and another wording under a version that is taken.
 */
export function adoptForm(world: World, { contractId, form, template: text, addressee }: AdoptForm): Promise<FormSetting> {
  const template = text === null ? null : readTemplate(text, form)
  return record(world, (reading) => {
    const contract = activeContract(reading, contractId)
    const earlier = reading.get('form-setting', `${contract.id}:${form}`)?.template
    if (template && earlier && earlier.version === template.version && JSON.stringify(earlier) !== JSON.stringify(template)) throw refusal('template-version-taken', templateOf(form).article, null, { version: template.version })
    const setting: FormSetting = { contractId: contract.id, form, template, addressee, adoptedAt: world.now(), adoptedBy: signedIn(world).personId }
    return { entries: [{ type: 'form-adopted', data: { setting } }], answer: () => setting }
  })
}

/** 文書番号の付け方: how the letters of a contract are numbered from now on. */
export function setNumbering(world: World, { contractId, pattern }: Numbering): Promise<FormSettings> {
  const why = troubleWith(pattern)
  if (why !== null) throw refusal('numbering-unfit', null, null, { pattern, why })
  return record(world, (reading) => {
    const { id } = activeContract(reading, contractId)
    return { entries: [{ type: 'numbering-set', data: { numbering: { contractId: id, pattern } } }], answer: (after) => settingsIn(world, after, id) }
  })
}

export const formSettings = (world: World, contractId: string): Promise<FormSettings> => look(world, (reading) => settingsIn(world, reading, contractId))

/** Our own template as a file, to be changed into a city's. */
export const templateText = (form: AdoptForm['form']): { name: string; text: string } => ({ name: `${form}.json`, text: `${JSON.stringify(templateOf(form), null, 2)}\n` })

function settingsIn(world: World, reading: Parameters<typeof patternOf>[0], contractId: string): FormSettings {
  const contract = contractNamed(reading, contractId)
  return { pattern: patternOf(reading, contract.id), next: nextNumber(world, reading, contract, 'F-01'), settings: reading.list('form-setting', contract.id) }
}

function readTemplate(text: string, form: AdoptForm['form']): FormTemplate {
  const { article } = templateOf(form)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw refusal('template-malformed', article, null, { where: 'JSON' })
  }
  const parsed = FormTemplate.safeParse(value)
  if (!parsed.success) throw refusal('template-malformed', article, null, { where: parsed.error.issues.slice(0, 5).map(({ path }) => path.join('.') || 'JSON').join('、') })
  if (parsed.data.form !== form) throw refusal('template-of-other-form', article, null, { form, found: parsed.data.form })
  const ours = keysOf(templateOf(form))
  const unknown = [...keysOf(parsed.data)].filter((key) => !ours.has(key))
  if (unknown.length > 0) throw refusal('template-key-unknown', article, null, { keys: unknown.slice(0, 20).join('、') })
  // The article is ours to know: what a city changes is how the paper looks.
  return { ...parsed.data, article }
}
