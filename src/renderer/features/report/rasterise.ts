/** Pixels for each px of the picture: sharp in print and on dense screens. */
const scale = 2

/**
 * An SVG picture as PNG, on white, at twice its size. Canvases end at some 16,000 pixels a side: a longer picture
 * is made smaller rather than refused.
 * @throws Error when the picture cannot be drawn.
 */
export async function rasterise(svg: string, width: number, height: number): Promise<Uint8Array> {
  const fitting = Math.min(scale, 16_000 / Math.max(width, height))
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  try {
    const image = new Image(width, height)
    image.src = address
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(width * fitting)
    canvas.height = Math.round(height * fitting)
    const context = canvas.getContext('2d')
    if (context === null) throw new Error('This window cannot draw pictures.')
    context.fillStyle = '#fff'
    context.fillRect(0, 0, canvas.width, canvas.height)
    context.drawImage(image, 0, 0, canvas.width, canvas.height)
    const blob = await new Promise<Blob | null>(resolve => canvas.toBlob(resolve, 'image/png'))
    if (blob === null) throw new Error('The picture is too large to be made into pixels. Save it as SVG.')
    return new Uint8Array(await blob.arrayBuffer())
  } finally {
    URL.revokeObjectURL(address)
  }
}
