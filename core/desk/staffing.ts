import { holdTraining, listSessions, showMaterial } from '../staffing/holding-training.ts'
import { issueCard, keepPhoto, listCards, loseCard, recordVisit, reportLostCard, returnCard, showPhoto } from '../staffing/id-cards.ts'
import { acceptInstead, addPledgeText, endPledge, keepSignedPledge, listPledgeTexts, showPledge, signOnScreen } from '../staffing/pledging.ts'
import { readQuestions, setQuestions, testPaper } from '../staffing/questions.ts'
import { closeSelfCheck, correctItem, listSelfChecks, readCheckItems, recordSelfCheck, setCheckItems } from '../staffing/self-checking.ts'
import { sitTest } from '../staffing/sitting-test.ts'
import type { staffing as asked } from '../contract/staffing.ts'
import type { DeskOf } from '../wire/operation.ts'
import type { World } from '../world.ts'

export const staffing = (world: World): DeskOf<typeof asked> => ({
  staffing: {
    holdTraining: (order) => holdTraining(world, order),
    sessions: () => listSessions(world),
    showMaterial: (order) => showMaterial(world, order),
    questions: () => readQuestions(world),
    setQuestions: (order) => setQuestions(world, order),
    testPaper: () => testPaper(world),
    sitTest: (order) => sitTest(world, order),
    pledgeTexts: () => listPledgeTexts(world),
    addPledgeText: (order) => addPledgeText(world, order),
    signOnScreen: (order) => signOnScreen(world, order),
    keepSignedPledge: (order) => keepSignedPledge(world, order),
    acceptInstead: (order) => acceptInstead(world, order),
    endPledge: (order) => endPledge(world, order),
    showPledge: (order) => showPledge(world, order),
    cards: () => listCards(world),
    issueCard: (order) => issueCard(world, order),
    keepPhoto: (order) => keepPhoto(world, order),
    showPhoto: (order) => showPhoto(world, order),
    returnCard: (order) => returnCard(world, order),
    loseCard: (order) => loseCard(world, order),
    reportLostCard: (order) => reportLostCard(world, order),
    recordVisit: (order) => recordVisit(world, order),
    checkItems: () => readCheckItems(world),
    setCheckItems: (order) => setCheckItems(world, order),
    selfChecks: ({ contractId }) => listSelfChecks(world, contractId),
    recordSelfCheck: (order) => recordSelfCheck(world, order),
    correctItem: (order) => correctItem(world, order),
    closeSelfCheck: (order) => closeSelfCheck(world, order),
  },
})
