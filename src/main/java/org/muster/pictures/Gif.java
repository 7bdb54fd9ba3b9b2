package org.muster.pictures;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import org.jspecify.annotations.Nullable;

/** Whether a GIF is whole, by its blocks (GIF89a, 17 to 27). Nothing is unpacked. */
final class Gif {

	private static final int MARK = 6;

	private static final int IMAGE = 0x2c;

	private static final int EXTENSION = 0x21;

	private static final int TRAILER = 0x3b;

	/** A code of twelve bits stands for no more. */
	private static final double MOST_PIXELS_A_BYTE = 4096;

	private Gif() {
	}

	static @Nullable PictureFault fault(byte[] file) {
		try {
			return fault(ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).position(MARK));
		}
		catch (IllegalArgumentException | IndexOutOfBoundsException | BufferUnderflowException ex) {
			return PictureFault.CUT;
		}
	}

	private static @Nullable PictureFault fault(ByteBuffer bytes) {
		skip(bytes, 4);
		int colours = bytes.get();
		skip(bytes, 2 + colours(colours));
		int images = 0;
		while (true) {
			if (!bytes.hasRemaining()) {
				// The mark at the end is forgotten by some programs, and missed by none.
				return (images > 0) ? null : PictureFault.CUT;
			}
			switch (bytes.get()) {
				case IMAGE -> {
					skip(bytes, 4);
					double pixels = (double) (bytes.getShort() & 0xffff) * (bytes.getShort() & 0xffff);
					skip(bytes, colours(bytes.get()) + 1);
					if (pixels == 0 || pixels > MOST_PIXELS_A_BYTE * blocks(bytes)) {
						return PictureFault.SIZE;
					}
					images++;
				}
				case EXTENSION -> {
					skip(bytes, 1);
					blocks(bytes);
				}
				case TRAILER -> {
					return (images > 0) ? null : PictureFault.DAMAGED;
				}
				case 0 -> {
					// Between blocks it says nothing.
				}
				default -> {
					return PictureFault.DAMAGED;
				}
			}
		}
	}

	private static void skip(ByteBuffer bytes, int count) {
		bytes.position(bytes.position() + count);
	}

	/** How many bytes a table of colours has. */
	private static int colours(int flags) {
		return ((flags & 0x80) != 0) ? 3 << ((flags & 7) + 1) : 0;
	}

	/** How many bytes there are in blocks up to an empty one. */
	private static int blocks(ByteBuffer bytes) {
		int count = 0;
		for (int size = bytes.get() & 0xff; size > 0; size = bytes.get() & 0xff) {
			skip(bytes, size);
			count += size;
		}
		return count;
	}

}
