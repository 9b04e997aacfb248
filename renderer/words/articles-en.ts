import type { ArticleNo } from '../../core/articles.ts'

/** Our English summaries; the Japanese ones stand in `core/articles.ts`. */
export const englishArticles: Record<ArticleNo, { title: string; summary: string }> = {
  '1': { title: 'Personal information', summary: 'Personal information is handled by the law, the city’s security policy and this specification.' },
  '2': { title: 'Critical and important information', summary: 'Critical and important information follow the same rules. Everything handled carries its class.' },
  '3': { title: 'Management structure', summary: 'A structure for safety is built and kept; contracts for system operation define who answers for what.' },
  '4': { title: 'Selection of contractors', summary: 'Critical information in a system operation contract needs ISMS, the Privacy Mark or an equivalent.' },
  '5': { title: 'Supervisors and workers', summary: 'Supervisor, contacts and workers are decided, and submitted in writing when the city asks.' },
  '6': { title: 'Places of work', summary: 'Places of work are decided, and submitted before the start when the city asks. In city hall an ID card is carried.' },
  '7': { title: 'Education', summary: 'Supervisors and all workers are trained before they handle information.' },
  '8': { title: 'Confidentiality', summary: 'What became known is not disclosed. Everybody signs a pledge of confidentiality.' },
  '9': { title: 'Subcontracting', summary: 'No subcontracting in principle; where unavoidable, the city approves a written application first.' },
  '10': { title: 'Dispatched and other workers', summary: 'People who are not regular employees are bound by the same duties.' },
  '11': { title: 'Managing information', summary: 'The rules for carrying out, sending, media, fax, e-mail, copies and equipment.' },
  '12': { title: 'No transfer of contractual status', summary: 'Rights and duties of the contract are not given or lent to others.' },
  '13': { title: 'No other use, no third parties', summary: 'Information is used for the work only, and given to nobody without the city’s consent.' },
  '14': { title: 'Hand-over', summary: 'Hand-over happens by the means, time and place the city designates, and a custody receipt is submitted.' },
  '15': { title: 'Return or disposal', summary: 'When the work ends, information is returned or disposed of: planned, announced, witnessed if asked, recorded, reported.' },
  '16': { title: 'Reports', summary: 'A reporting procedure is defined; when asked about the state of handling, one reports at once.' },
  '17': { title: 'Audit and inspection', summary: 'The city may audit and inspect, and is shown what it needs.' },
  '18': { title: 'Incidents', summary: 'A leak, or the risk of one, is reported in writing at once. An emergency plan is kept ready.' },
  '19': { title: 'Cancellation', summary: 'The city may cancel the contract when duties are not met.' },
  '20': { title: 'Damages', summary: 'Damage caused by a breach is to be made good.' },
  '21': { title: 'Changes of the specification', summary: 'The specification is not changed without the approval of both parties.' },
  '22': { title: 'Matters not covered', summary: 'What is not covered is settled by consultation.' },
}
