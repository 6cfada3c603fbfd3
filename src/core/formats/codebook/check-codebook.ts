import type { CodebookContent } from '../../project/codebook'
import { checkUniqueIds } from '../dataset/unique-ids'
import { formatPlace, showText, type Problems } from '../problems'

/** Adds what a codebook's schema cannot see: ids used twice, and names that every object has. */
export function checkCodebook(codebook: CodebookContent, problems: Problems): void {
  checkUniqueIds(codebook.layers, ['codebook', 'layers'], problems)
  codebook.layers.forEach((layer, layerIndex) => {
    const path = ['codebook', 'layers', layerIndex, 'attributes']
    checkUniqueIds(layer.attributes, path, problems)
    layer.attributes.forEach((attribute, index) => {
      checkUniqueIds(attribute.options ?? [], [...path, index, 'options'], problems)
      // Every object seems to have these: an attribute named so would look set where it is not.
      if (attribute.id in Object.prototype) {
        const message = `An attribute cannot be called ${showText(attribute.id)}`
        problems.add('wrong-shape', message, formatPlace([...path, index, 'id']))
      }
    })
  })
}
