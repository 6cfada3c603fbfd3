import { describe, expect, test } from 'vitest'
import { builtInCodebook } from '../../../src/core/project/built-in-codebook'
import { codebookContentSchema, type Attribute, type Layer } from '../../../src/core/project/codebook'
import { countKinds } from '../../../src/core/project/entities'

/** What datasets of version 1 may hold, written a second time: an edit that breaks old datasets fails here. */
const contract: Record<string, Record<string, string>> = {
  claim: {
    normalized: '',
    claimant: '',
    type: 'quantity, causation, law-or-rule, event-or-action, prediction, personal-experience, other',
    certainty: 'certain, probable, possible, unspecified',
    polarity: 'positive, negative',
    standing: 'asserted, alleged, charged, testified, stipulated, found-by-court, disputed, withdrawn',
    checkworthiness: 'non-factual, unimportant, check-worthy',
    verdict: 'supported, refuted, not-enough-info',
    verdictNote: '',
    evidence: ''
  },
  perspective: {
    holder: '',
    role:
      'prosecutor, defence, judge, defendant, witness, victim, affected-community, advocate, platform, ' +
      'politician, journalist, expert, official, other',
    issue: '',
    stance: 'supports, opposes, mixed, neutral, unclear',
    form: 'direct, indirect, mixed',
    attitude: 'statement, belief, intention, feeling, support, decree, witnessing, evidence',
    anonymity: 'named, role-only, anonymous',
    frames:
      'economic, capacity-and-resources, morality, fairness-and-equality, ' +
      'legality-constitutionality-and-jurisprudence, policy-prescription-and-evaluation, crime-and-punishment, ' +
      'security-and-defence, health-and-safety, quality-of-life, cultural-identity, public-opinion, political, ' +
      'external-regulation-and-reputation, other'
  },
  'legal-event': {
    type:
      'investigation, lawsuit, arrest, seizure, charge, indictment, superseding-charge, plea, motion, hearing, ' +
      'testimony, ruling, dismissal, trial, mistrial, verdict, conviction, acquittal, hung-jury, sentence, fine, ' +
      'forfeiture, imprisonment, release, appeal, pardon, settlement, legislation, death-of-party, other',
    date: '',
    dateAnchor: '',
    modality: 'actual, alleged, planned, requested, hypothetical, negated',
    case: '',
    court: '',
    jurisdiction: '',
    statute: '',
    parties: 'defendant, prosecutor, judge, plaintiff, counsel, witness',
    counts: '',
    outcome: ''
  }
}

/** Single keys of commands in the text and the list (`contract/commands.ts`): never an option's. */
const keysOfCommands = [
  'j',
  'k',
  'n',
  'b',
  'f',
  'r',
  't',
  'w',
  'y',
  'z',
  'g',
  '.',
  '[',
  ']',
  '?',
  '1',
  '2',
  '3'
]

const layers = builtInCodebook.layers
const layerOf = (id: string): Layer => layers.find(layer => layer.id === id)!
const attributeOf = (layer: string, id: string): Attribute =>
  layerOf(layer).attributes.find(attribute => attribute.id === id)!
const optionIds = (attribute: Attribute) => (attribute.options ?? []).map(option => option.id)

describe('the built-in codebook', () => {
  test('parses by its own schema', () => {
    expect(codebookContentSchema.safeParse(builtInCodebook).error).toBeUndefined()
    expect(builtInCodebook).toMatchObject({
      id: 'contested-reporting',
      title: 'Contested reporting',
      version: 1
    })
  })

  test('has the three layers with the names, keys and looks of the design', () => {
    expect(layers.map(l => [l.id, l.name, l.pluralName, l.initial, l.key, l.colour, l.lineStyle])).toEqual([
      ['claim', 'Claim', 'Claims', 'C', '1', 'claim', 'solid'],
      ['perspective', 'Perspective', 'Perspectives', 'P', '2', 'perspective', 'dotted'],
      ['legal-event', 'Legal event', 'Legal events', 'L', '3', 'legal', 'double']
    ])
  })

  test.each([
    ['claim', ['content', 'source', 'cue'], ['normalized', 'claimant', 'type']],
    ['perspective', ['content', 'source', 'cue'], ['holder', 'issue', 'stance', 'form']],
    ['legal-event', ['content', 'trigger', 'date', 'party'], ['type', 'date', 'modality']]
  ])('%s has its span roles and required attributes, none of them folded away', (id, roles, required) => {
    const layer = layerOf(id)
    expect(layer.spanRoles).toEqual(roles)
    const found = layer.attributes.filter(attribute => attribute.required === true)
    expect(found.map(attribute => attribute.id)).toEqual(required)
    expect(found.some(attribute => attribute.secondary === true)).toBe(false)
  })

  test.each(Object.entries(contract))(
    '%s has the attributes and options of dataset version 1',
    (id, expected) => {
      const found = Object.fromEntries(
        layerOf(id).attributes.map(attribute => [attribute.id, optionIds(attribute).join(', ')])
      )
      expect(found).toEqual(expected)
    }
  )

  test.each([
    ['claim', 'claimant', { kind: 'actor', allowsArticleVoice: true, key: 'a' }],
    ['claim', 'evidence', { kind: 'links' }],
    ['perspective', 'holder', { kind: 'actor', key: 'a' }],
    ['perspective', 'issue', { kind: 'issue', key: 'i' }],
    ['perspective', 'frames', { kind: 'multi-choice' }],
    ['legal-event', 'date', { kind: 'date', key: 'e' }],
    ['legal-event', 'dateAnchor', { kind: 'date' }],
    ['legal-event', 'case', { kind: 'case' }],
    ['legal-event', 'parties', { kind: 'parties' }],
    ['legal-event', 'counts', { kind: 'counts' }]
  ])('%s.%s is read and shown as what it is', (layer, attribute, expected) => {
    expect(attributeOf(layer, attribute)).toMatchObject(expected)
  })

  test('counts need no options: their kinds are fixed in the entities', () => {
    expect(countKinds).toEqual(['charged', 'convicted', 'acquitted', 'dismissed', 'hung', 'pending'])
    expect(attributeOf('legal-event', 'counts').options).toBeUndefined()
  })

  test.each([
    ['stance', { supports: 's', opposes: 'o', mixed: 'x', neutral: undefined, unclear: 'u' }],
    ['form', { direct: 'd', indirect: 'p', mixed: 'm' }]
  ])('the keys of %s are those printed in the design', (attribute, keys) => {
    const options = attributeOf('perspective', attribute).options ?? []
    expect(Object.fromEntries(options.map(option => [option.id, option.key]))).toEqual(keys)
  })

  test.each(layers.map(layer => [layer.id, layer] as const))(
    '%s: ids are unique and no key means two things',
    (_, layer) => {
      const attributeIds = layer.attributes.map(attribute => attribute.id)
      expect(new Set(attributeIds).size).toBe(attributeIds.length)
      for (const attribute of layer.attributes)
        expect(new Set(optionIds(attribute)).size, attribute.id).toBe(optionIds(attribute).length)

      const keys = layer.attributes
        .flatMap(attribute => [attribute.key, ...(attribute.options ?? []).map(option => option.key)])
        .filter(key => key !== undefined)
      expect(new Set(keys).size).toBe(keys.length)
      expect(keys.filter(key => keysOfCommands.includes(key))).toEqual([])
    }
  )

  test('every attribute says how to use it, and every option is defined in one line of its own', () => {
    for (const layer of layers)
      for (const attribute of layer.attributes) {
        expect(attribute.guidance, `${layer.id}.${attribute.id}`).toBeTruthy()
        const definitions = (attribute.options ?? []).map(option => option.definition ?? '')
        for (const definition of definitions) expect(definition).toMatch(/^\S[^\n]{9,118}\.$/)
        expect(new Set(definitions).size).toBe(definitions.length)
      }
  })

  test('only attributes with choices to make have options', () => {
    for (const attribute of layers.flatMap(layer => layer.attributes))
      expect(attribute.options !== undefined, attribute.id).toBe(
        ['choice', 'multi-choice', 'parties'].includes(attribute.kind)
      )
  })
})
