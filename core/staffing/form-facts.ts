import { signedClauses } from './pledge-clauses.ts'
import { supervisorOn } from '../contracts/appointing.ts'
import type { FormSource } from '../forms/form.ts'
import type { Reading } from '../ledger/shelf.ts'
import type { Person } from '../people/person.ts'
import { dayOf, isoJst, type Instant } from '../time.ts'
import { roleWords } from '../words/terms.ts'
import type { TrainingSession } from './training.ts'

/** F-01 作業責任者・連絡体制届出書 and its change (Art. 3, 5①③): the structure as it stands on the day. */
export const organisationForm: FormSource = {
  form: 'F-01',
  enteredAt: '/contracts',
  facts: (reading, { contract, now }) => {
    const posts = reading.list('post', contract.id).filter(({ validFrom, validTo }) => validFrom <= dayOf(now) && (validTo === null || dayOf(now) <= validTo))
    const supervisor = supervisorOn(reading, contract.id, dayOf(now))
    const deputy = posts.find(({ duty }) => duty === '代理者')
    const who = (post: typeof deputy | null, as: string) => {
      const person = post ? reading.get('person', post.personId) : undefined
      return { [`${as}Company`]: companyOf(reading, person), [`${as}Title`]: person?.title ?? '', [`${as}Name`]: person?.name ?? '', [`${as}Kana`]: person?.kana ?? '', [`${as}Tel`]: post?.telDay || (person?.tel ?? ''), [`${as}Email`]: person?.email ?? '' }
    }
    const change = reading.list('supervisor-change', contract.id).at(-1)
    return {
      fields: {
        ...who(supervisor, 'supervisor'), ...who(deputy, 'deputy'),
        before: change ? nameOf(reading, change.from) : '', after: change ? nameOf(reading, change.to) : '', changedOn: change?.effectiveOn ?? '', notifiedOn: change?.submittedOn ?? '', changeReason: change?.reason ?? '',
      },
      tables: {
        contacts: posts.filter(({ contactOrder }) => contactOrder !== null).sort((a, b) => (a.contactOrder ?? 0) - (b.contactOrder ?? 0))
          .map((post) => ({ order: String(post.contactOrder), role: post.duty, name: nameOf(reading, post.personId), weekday: post.telDay, night: post.telNight, email: reading.get('person', post.personId)?.email ?? '' })),
        roles: reading.list('post', contract.id).map((post) => ({ role: post.duty, name: nameOf(reading, post.personId), duty: DUTIES[post.duty], from: post.validFrom, to: post.validTo ?? '' })),
        demarcation: contract.demarcation.map(({ item, city, contractor, subcontractor }) => ({ item, city, contractor, subcontractor })),
      },
    }
  },
}
const DUTIES = { 作業責任者: '作業従事者の監督', 代理者: '作業責任者の代理', 媒体管理者: '媒体・機器・IDの管理', 連絡担当: '甲との連絡' } as const

/** F-03 作業従事者名簿 (Art. 5②, 10): everybody who handles information and has not been released. */
export const rosterForm: FormSource = {
  form: 'F-03',
  enteredAt: '/people',
  facts: (reading) => ({
    fields: {},
    tables: {
      workers: reading.list('person').filter(isHandler).filter(({ duty }) => duty.state !== '解除').map((p, i) => ({
        no: String(i + 1), name: p.name, kana: p.kana, company: companyOf(reading, p), employment: p.employment, tasks: p.tasks, from: p.from ?? '', to: p.to ?? '',
        trainedOn: p.trainings.at(-1)?.on ?? '', pledgedOn: p.pledge?.on ?? '', cardNo: reading.list('id-card').find(({ personId, state }) => personId === p.id && state === '発行')?.no ?? '',
      })),
    },
  }),
}

/** F-04 自己点検表 (Art. 5④): one self-check. */
export const selfCheckForm: FormSource = {
  form: 'F-04',
  enteredAt: '/self-checks',
  subjects: (reading, contractId) => reading.list('self-check', contractId).map(({ id, no, checkedOn }) => ({ id, label: `${no}　${checkedOn}` })),
  facts: (reading, { subjectId }) => {
    const check = subjectId === null ? undefined : reading.get('self-check', subjectId)
    if (!check) return { fields: {}, tables: {} }
    return {
      fields: { checkedOn: check.checkedOn, checkedBy: nameOf(reading, check.checkedBy), period: check.checkedOn.slice(0, 7), confirmedBy: check.closed ? nameOf(reading, check.closed.by) : '' },
      tables: { items: check.items.map((item, i) => ({ no: String(i + 1), item: item.text, result: item.result, finding: item.note, correction: item.corrected?.what ?? item.plan?.action ?? '', correctedOn: item.corrected?.on ?? '' })) },
    }
  },
}

/** F-06 証明書発行台帳 (Art. 6②). */
export const cardsForm: FormSource = {
  form: 'F-06',
  enteredAt: '/people/cards',
  facts: (reading) => {
    const cards = reading.list('id-card')
    return {
      fields: {},
      tables: {
        cards: cards.map((card) => ({ cardNo: card.no, company: card.companyName, name: nameOf(reading, card.personId), photo: card.photo ? '有' : '', issuedOn: card.issuedOn, returnedOn: card.returnedOn ?? '', state: card.state })),
        visits: cards.flatMap((card) => card.visits.map((visit) => ({ visit, card }))).sort((a, b) => a.visit.cameAt - b.visit.cameAt)
          .map(({ visit, card }) => ({ enteredAt: isoJst(visit.cameAt), leftAt: visit.leftAt === null ? '' : isoJst(visit.leftAt), name: nameOf(reading, card.personId), cardNo: card.no, place: visit.place })),
      },
    }
  },
}

/** F-07 教育・研修実施報告書 (Art. 7): one session, with those who made it up later. */
export const trainingForm: FormSource = {
  form: 'F-07',
  enteredAt: '/people/training',
  subjects: (reading) => reading.list('training-session').map(({ id, no, title, on }) => ({ id, label: `${no}　${title}　${on}` })),
  facts: (reading, { subjectId }) => {
    const session = subjectId === null ? undefined : reading.get('training-session', subjectId)
    if (!session) return { fields: {}, tables: {} }
    const person = (id: string) => reading.get('person', id)
    return {
      fields: { heldOn: session.on, method: session.method, trainer: session.trainer, material: session.material?.name ?? '', content: session.content === '' ? session.title : `${session.title}：${session.content}`, materialSha256: session.materialSha256 ?? '' },
      tables: {
        attendees: session.attendees.map(({ personId, ...result }, i) => ({ no: String(i + 1), name: nameOf(reading, personId), company: companyOf(reading, person(personId)), duty: dutyOf(person(personId)), attendedOn: session.on, result: resultOf(session, result) })),
        absentees: session.absentees.map(({ personId, reason, followUpId }) => {
          const later = followUpId === null ? undefined : reading.get('training-session', followUpId)
          const result = later?.attendees.find((one) => one.personId === personId)
          return { name: nameOf(reading, personId), company: companyOf(reading, person(personId)), reason, followedOn: later?.on ?? '', result: later && result ? resultOf(later, result) : '' }
        }),
      },
    }
  },
}

/** F-08 秘密保持誓約書 (Art. 8②): the words that one person signed, and how. */
export const pledgeForm: FormSource = {
  form: 'F-08',
  enteredAt: '/people',
  // Art. 8①: a pledge is kept, and can be shown, beyond the contract.
  afterEnd: true,
  subjects: (reading) => reading.list('person').filter(({ pledge }) => pledge !== null).map(({ id, name }) => ({ id, label: name })),
  facts: (reading, { subjectId }) => {
    const person = subjectId === null ? undefined : reading.get('person', subjectId)
    if (!person?.pledge) return { fields: {}, tables: {} }
    const { pledge } = person
    return {
      fields: {
        pledgedOn: pledge.on, textVersion: pledge.textVersion, company: companyOf(reading, person), employment: person.employment, name: person.name, kana: person.kana, duty: dutyOf(person),
        signedBy: pledge.signedBy === 'その他' ? `誓約書に代わるもの（${pledge.insteadReason}）` : pledge.signedBy === '画面署名' ? `画面署名（${pledge.typedName}）` : pledge.signedBy, signatureSha256: pledge.scanSha256 ?? '',
      },
      tables: { clauses: signedClauses(reading, pledge).map((text) => ({ text })) },
    }
  },
}

/** F-21 アクセス権限管理簿 (Art. 11(10)ア). */
export const accountsForm: FormSource = {
  form: 'F-21',
  enteredAt: '/people/access',
  facts: (reading) => ({
    fields: {},
    tables: {
      accounts: reading.list('account').map((a) => ({
        loginId: a.loginId, name: nameOf(reading, a.personId), roles: a.roles.map((role) => roleWords[role][0]).join('・'), grantedOn: dayOf(a.grantedAt), revokedOn: day(a.stoppedAt), lastLogin: a.lastLoginAt === null ? '' : isoJst(a.lastLoginAt), failures: String(a.failures),
      })),
    },
  }),
}

const day = (at: Instant | null): string => (at === null ? '' : dayOf(at))
const nameOf = (reading: Reading, id: string): string => reading.get('person', id)?.name ?? id
const companyOf = (reading: Reading, person: Person | undefined): string => person?.company ?? reading.get('office', 'office')?.organisation.name ?? ''
const isHandler = ({ roles }: Person): boolean => roles.some((role) => role === 'supervisor' || role === 'worker' || role === 'mediaAdmin')
const dutyOf = (person: Person | undefined): string => (person?.roles.includes('supervisor') ? '作業責任者' : person?.roles.includes('mediaAdmin') ? '媒体管理者' : '作業従事者')

function resultOf({ test }: TrainingSession, { score, passed }: { score: number | null; passed: boolean | null }): string {
  if (test === 'なし') return '受講'
  return passed === null ? '未受験' : `${passed ? '合格' : '不合格'}${score === null ? '' : `（${score}点）`}`
}
