/** A photo to try with, drawn here: a dark stairway and a lamp that is out. */
export function samplePhoto() {
  const canvas = document.createElement('canvas')
  canvas.width = 640
  canvas.height = 480
  const pen = canvas.getContext('2d')
  const wall = pen.createLinearGradient(0, 0, 0, 480)
  wall.addColorStop(0, '#3a3f47')
  wall.addColorStop(1, '#15181d')
  pen.fillStyle = wall
  pen.fillRect(0, 0, 640, 480)
  for (let step = 0; step < 9; step++) {
    pen.fillStyle = step % 2 ? '#262b32' : '#2e343c'
    pen.fillRect(0, 470 - step * 26, 640 - step * 58, 26)
  }
  pen.fillStyle = '#20242a'
  pen.fillRect(316, 0, 8, 54)
  pen.fillStyle = '#5a6068'
  pen.beginPath()
  pen.arc(320, 78, 30, 0, Math.PI * 2)
  pen.fill()
  pen.fillStyle = '#c9cdd2'
  pen.font = '26px sans-serif'
  pen.fillText('3号楼2单元', 24, 44)
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.85))
}
