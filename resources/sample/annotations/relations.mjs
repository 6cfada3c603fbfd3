/** Typed links between annotations of the sample: `[from, type, to]`. */
const links = [
  ['ann-claim-17', 'disputes', 'ann-claim-08'],
  ['ann-claim-12', 'supports', 'ann-claim-17'],
  ['ann-claim-26', 'disputes', 'ann-claim-27'],
  ['ann-claim-29', 'evidence-for', 'ann-claim-28'],
  ['ann-claim-30', 'evidence-for', 'ann-perspective-27'],
  ['ann-claim-24', 'rephrases', 'ann-claim-08'],
  ['ann-claim-19', 'supports', 'ann-claim-20'],
  ['ann-perspective-02', 'responds-to', 'ann-perspective-01'],
  ['ann-perspective-10', 'responds-to', 'ann-perspective-09'],
  ['ann-perspective-08', 'disputes', 'ann-perspective-07'],
  ['ann-perspective-15', 'disputes', 'ann-perspective-14'],
  ['ann-perspective-16', 'responds-to', 'ann-perspective-05'],
  ['ann-perspective-20', 'responds-to', 'ann-perspective-19'],
  ['ann-perspective-27', 'disputes', 'ann-perspective-24'],
  ['ann-perspective-18', 'supports', 'ann-perspective-17'],
  ['ann-perspective-31', 'disputes', 'ann-perspective-30'],
  ['ann-legal-event-03', 'same-event', 'ann-legal-event-33'],
  ['ann-legal-event-18', 'same-event', 'ann-legal-event-19'],
  ['ann-legal-event-08', 'disposes-of', 'ann-legal-event-06'],
  ['ann-legal-event-10', 'supersedes', 'ann-legal-event-06'],
  ['ann-legal-event-11', 'disposes-of', 'ann-legal-event-10'],
  ['ann-legal-event-05', 'disposes-of', 'ann-legal-event-04'],
  ['ann-legal-event-23', 'supersedes', 'ann-legal-event-22'],
  ['ann-legal-event-27', 'disposes-of', 'ann-legal-event-26'],
  ['ann-legal-event-29', 'disposes-of', 'ann-legal-event-28'],
  ['ann-legal-event-33', 'disposes-of', 'ann-legal-event-22'],
  ['ann-legal-event-37', 'amends', 'ann-legal-event-34'],
  ['ann-legal-event-17', 'amends', 'ann-claim-10'],
  ['ann-legal-event-43', 'appeals', 'ann-legal-event-01'],
  ['ann-legal-event-45', 'disposes-of', 'ann-legal-event-44'],
  ['ann-legal-event-24', 'precedes', 'ann-legal-event-22'],
  ['ann-legal-event-31', 'precedes', 'ann-legal-event-32'],
  ['ann-legal-event-19', 'precedes', 'ann-legal-event-17']
]

export const relations = links.map(([from, type, to], index) => ({
  id: `relation-${String(index + 1).padStart(2, '0')}`,
  type,
  from,
  to,
  annotatorId: 'annotator-sample'
}))
