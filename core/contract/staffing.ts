import * as z from 'zod'
import { ShownFile } from '../kept-file.ts'
import { Person, PersonId } from '../people/person.ts'
import { IdCard, IssueCard, KeepPhoto, LoseCard, OfCard, RecordVisit, ReportLostCard, ReturnCard } from '../staffing/id-card.ts'
import { AddPledgeText, EndPledge, KeepSignedPledge, PledgeInstead, PledgeText, SignOnScreen } from '../staffing/pledge-text.ts'
import { CheckItems, CorrectItem, OfCheck, RecordSelfCheck, SelfCheck } from '../staffing/self-check.ts'
import { HoldTraining, QuestionPaper, SetQuestions, SitTest, TestPaper, TestResult, TrainingSession, TrainingSessionId } from '../staffing/training.ts'
import { ask } from '../wire/operation.ts'
import { Nothing, OfContract } from './orders.ts'

/** Education, pledges, cards and self-checks (Art. 5④, 6②, 7, 8). */
export const staffing = {
  staffing: {
    /** 教育・研修 (F-07). */
    holdTraining: ask(HoldTraining, TrainingSession),
    sessions: ask(Nothing, z.array(TrainingSession)),
    showMaterial: ask(z.object({ sessionId: TrainingSessionId }), ShownFile),
    questions: ask(Nothing, QuestionPaper),
    setQuestions: ask(SetQuestions, QuestionPaper),
    testPaper: ask(Nothing, TestPaper),
    sitTest: ask(SitTest, TestResult),
    /** 誓約書 (F-08). */
    pledgeTexts: ask(Nothing, z.array(PledgeText)),
    addPledgeText: ask(AddPledgeText, PledgeText),
    signOnScreen: ask(SignOnScreen, Person),
    keepSignedPledge: ask(KeepSignedPledge, Person),
    acceptInstead: ask(PledgeInstead, Person),
    endPledge: ask(EndPledge, Person),
    showPledge: ask(z.object({ personId: PersonId }), ShownFile),
    /** 証明書 (F-06). */
    cards: ask(Nothing, z.array(IdCard)),
    issueCard: ask(IssueCard, IdCard),
    keepPhoto: ask(KeepPhoto, IdCard),
    showPhoto: ask(OfCard, ShownFile),
    returnCard: ask(ReturnCard, IdCard),
    loseCard: ask(LoseCard, IdCard),
    reportLostCard: ask(ReportLostCard, IdCard),
    recordVisit: ask(RecordVisit, IdCard),
    /** 自己点検 (F-04). */
    checkItems: ask(Nothing, CheckItems),
    setCheckItems: ask(CheckItems, CheckItems),
    selfChecks: ask(OfContract, z.array(SelfCheck)),
    recordSelfCheck: ask(RecordSelfCheck, SelfCheck),
    correctItem: ask(CorrectItem, SelfCheck),
    closeSelfCheck: ask(OfCheck, SelfCheck),
  },
}
