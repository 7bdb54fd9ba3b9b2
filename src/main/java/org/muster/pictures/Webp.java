package org.muster.pictures;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * A still WebP picture, by its chunks (RFC 9649). They are read here before a decoder
 * sees them: it would take the memory that a header asks for.
 *
 * @param pixels what a decoder needs, without colour profile and metadata
 */
@SuppressWarnings("ByteBufferBackingArray") // Every chunk is a part of one array.
record Webp(int width, int height, byte[] pixels) {

	private static final int CHUNK_HEAD = 8;

	private static final int FILE_HEAD = 12;

	/** Of the extended header: has transparency, is animated. */
	private static final int ALPHA = 0x10;

	private static final int ANIMATION = 0x02;

	private static final int VP8_START = 0x2a019d;

	private static final int VP8L_START = 0x2f;

	private static final int FOURTEEN_BITS = 0x3fff;

	private static final int THREE_BYTES = 0xffffff;

	/**
	 * A block of 16 by 16 takes more than two bits, for how it is coded alone. Without
	 * loss a picture of one colour takes none.
	 */
	private static final double MOST_PIXELS_A_BYTE = 1024;

	private record Size(int width, int height) {
	}

	static boolean isOne(byte[] file) {
		return file.length >= FILE_HEAD && name(file, 0).equals("RIFF") && name(file, CHUNK_HEAD).equals("WEBP");
	}

	/**
	 * @throws UnusablePicture if it is cut off, animated, or contradicts itself
	 */
	static Webp of(byte[] file) throws UnusablePicture {
		if (!isOne(file)) {
			throw new UnusablePicture(PictureFault.KIND);
		}
		ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
		long end = CHUNK_HEAD + Integer.toUnsignedLong(bytes.getInt(4));
		if (end < FILE_HEAD || end > file.length) {
			throw new UnusablePicture((end > file.length) ? PictureFault.CUT : PictureFault.DAMAGED);
		}
		bytes.limit((int) end).position(FILE_HEAD);
		try {
			return still(bytes);
		}
		catch (IndexOutOfBoundsException ex) {
			// A chunk goes beyond the end of the file.
			throw new UnusablePicture(PictureFault.CUT);
		}
	}

	private static Webp still(ByteBuffer bytes) throws UnusablePicture {
		Size canvas = null;
		ByteBuffer alpha = null;
		ByteBuffer picture = null;
		boolean first = true;
		while (bytes.remaining() >= CHUNK_HEAD) {
			ByteBuffer chunk = chunk(bytes);
			switch (name(chunk.array(), chunk.position())) {
				case "VP8X" -> {
					if (!first || (content(chunk, 0) & ANIMATION) != 0) {
						throw new UnusablePicture(first ? PictureFault.ANIMATED : PictureFault.DAMAGED);
					}
					canvas = new Size((chunk.getInt(chunk.position() + 12) & THREE_BYTES) + 1,
							(chunk.getInt(chunk.position() + 14) >>> 8) + 1);
				}
				case "ANIM", "ANMF" -> throw new UnusablePicture(PictureFault.ANIMATED);
				case "ALPH" -> {
					if (alpha != null || picture != null) {
						throw new UnusablePicture(PictureFault.DAMAGED);
					}
					alpha = chunk;
				}
				case "VP8 ", "VP8L" -> {
					if (picture != null) {
						throw new UnusablePicture(PictureFault.DAMAGED);
					}
					picture = chunk;
				}
				default -> {
					// A colour profile, a place where it was taken: nothing to draw.
				}
			}
			first = false;
		}
		if (picture == null) {
			throw new UnusablePicture(PictureFault.CUT);
		}
		Size size = size(picture);
		if (canvas != null && !canvas.equals(size)) {
			throw new UnusablePicture(PictureFault.SIZE);
		}
		boolean lossy = name(picture.array(), picture.position()).equals("VP8 ");
		if (lossy && (double) size.width() * size.height() > MOST_PIXELS_A_BYTE * picture.remaining()) {
			throw new UnusablePicture(PictureFault.SIZE);
		}
		return new Webp(size.width(), size.height(),
				(alpha != null && lossy) ? file(extended(size), alpha, picture) : file(picture));
	}

	/** The next, whole; behind one of an odd size stands a byte that fills up. */
	private static ByteBuffer chunk(ByteBuffer bytes) {
		int start = bytes.position();
		long end = start + CHUNK_HEAD + Integer.toUnsignedLong(bytes.getInt(start + 4));
		if (end > bytes.limit()) {
			throw new IndexOutOfBoundsException("A chunk is cut off");
		}
		ByteBuffer chunk = bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN).position(start).limit((int) end);
		bytes.position((int) Math.min(end + (end & 1), bytes.limit()));
		return chunk;
	}

	private static int content(ByteBuffer chunk, int at) {
		return chunk.get(chunk.position() + CHUNK_HEAD + at) & 0xff;
	}

	private static Size size(ByteBuffer picture) throws UnusablePicture {
		int at = picture.position() + CHUNK_HEAD;
		if (name(picture.array(), picture.position()).equals("VP8L")) {
			int size = picture.getInt(at + 1);
			if (content(picture, 0) != VP8L_START) {
				throw new UnusablePicture(PictureFault.DAMAGED);
			}
			return new Size((size & FOURTEEN_BITS) + 1, (size >>> 14 & FOURTEEN_BITS) + 1);
		}
		if ((content(picture, 0) & 1) != 0 || (picture.getInt(at + 3) & THREE_BYTES) != VP8_START) {
			throw new UnusablePicture(PictureFault.DAMAGED);
		}
		Size size = new Size(picture.getShort(at + 6) & FOURTEEN_BITS, picture.getShort(at + 8) & FOURTEEN_BITS);
		if (size.width() == 0 || size.height() == 0) {
			throw new UnusablePicture(PictureFault.SIZE);
		}
		return size;
	}

	private static ByteBuffer extended(Size size) {
		ByteBuffer chunk = ByteBuffer.allocate(CHUNK_HEAD + 10).order(ByteOrder.LITTLE_ENDIAN);
		chunk.put("VP8X".getBytes(StandardCharsets.US_ASCII)).putInt(10).putInt(ALPHA);
		chunk.putShort((short) (size.width() - 1)).put((byte) 0);
		chunk.putShort((short) (size.height() - 1)).put((byte) 0);
		return chunk.flip();
	}

	private static byte[] file(ByteBuffer... chunks) {
		int size = 4;
		for (ByteBuffer chunk : chunks) {
			size += chunk.remaining() + (chunk.remaining() & 1);
		}
		ByteBuffer file = ByteBuffer.allocate(CHUNK_HEAD + size).order(ByteOrder.LITTLE_ENDIAN);
		file.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(size);
		file.put("WEBP".getBytes(StandardCharsets.US_ASCII));
		for (ByteBuffer chunk : chunks) {
			file.put(chunk.duplicate());
			file.position(file.position() + (file.position() & 1));
		}
		return file.array();
	}

	private static String name(byte[] file, int at) {
		return new String(file, at, 4, StandardCharsets.US_ASCII);
	}

}
