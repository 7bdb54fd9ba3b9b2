package org.muster.pictures;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

import org.jspecify.annotations.Nullable;

/**
 * A JPEG by its segments (ITU-T T.81, annex B). Nothing is unpacked for it, and what
 * stands behind its end, such as a film that a phone puts there, does not matter.
 *
 * @param fault what is wrong with it, or {@code null}
 * @param components how many values a pixel has; four where they are for printing
 */
record Jpeg(@Nullable PictureFault fault, int components) {

	private static final int START = 0xd8;

	private static final int END = 0xd9;

	private static final int SCAN = 0xda;

	private static final int LINES = 0xdc;

	/** Frames whose blocks take a bit each at least; what is coded otherwise may not. */
	private static final int LAST_OF_HUFFMAN = 0xc3;

	/** A bit for a block of eight by eight, and that for every fourth pixel. */
	private static final double MOST_PIXELS_A_BYTE = 8 * 64 * 4;

	/** In four colours, of which Java draws none. */
	boolean isForPrinting() {
		return this.components > 3;
	}

	static Jpeg of(byte[] file) {
		Reader reader = new Reader(ByteBuffer.wrap(file));
		PictureFault fault;
		try {
			fault = reader.fault();
		}
		catch (IllegalArgumentException | IndexOutOfBoundsException | BufferUnderflowException ex) {
			fault = PictureFault.CUT;
		}
		return new Jpeg(fault, reader.components);
	}

	private static final class Reader {

		private final ByteBuffer bytes;

		private int frame;

		private int width;

		private int height;

		private int components;

		private long scanned;

		Reader(ByteBuffer bytes) {
			this.bytes = bytes;
		}

		@Nullable PictureFault fault() {
			for (int marker = marker(); marker != END; marker = marker()) {
				if (marker == START || marker == 0x01 || isRestart(marker)) {
					continue;
				}
				int length = (this.bytes.getShort() & 0xffff) - 2;
				if (length < 0) {
					return PictureFault.DAMAGED;
				}
				ByteBuffer segment = this.bytes.slice(this.bytes.position(), length);
				this.bytes.position(this.bytes.position() + length);
				if (isFrame(marker)) {
					this.frame = marker;
					this.height = segment.getShort(1) & 0xffff;
					this.width = segment.getShort(3) & 0xffff;
					this.components = segment.get(5) & 0xff;
				}
				else if (marker == LINES) {
					this.height = segment.getShort(0) & 0xffff;
				}
				else if (marker == SCAN) {
					this.scanned += scan();
				}
			}
			if (this.frame == 0 || this.scanned == 0) {
				return PictureFault.DAMAGED;
			}
			double pixels = (double) this.width * this.height;
			boolean held = pixels > 0 && (this.frame > LAST_OF_HUFFMAN || pixels <= MOST_PIXELS_A_BYTE * this.scanned);
			return held ? null : PictureFault.SIZE;
		}

		/** The next; bytes that fill up, or that nobody asked for, are passed over. */
		private int marker() {
			while ((this.bytes.get() & 0xff) != 0xff) {
				// Readers do the same.
			}
			int marker = this.bytes.get() & 0xff;
			while (marker == 0xff) {
				marker = this.bytes.get() & 0xff;
			}
			return marker;
		}

		private static boolean isRestart(int marker) {
			return marker >= 0xd0 && marker <= 0xd7;
		}

		/** But for tables, which have numbers between those of frames. */
		private static boolean isFrame(int marker) {
			return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
		}

		/** Up to the next marker, which is not passed. */
		private int scan() {
			int begin = this.bytes.position();
			while (true) {
				if ((this.bytes.get() & 0xff) == 0xff) {
					int next = this.bytes.get(this.bytes.position()) & 0xff;
					if (next != 0 && next != 0xff && !isRestart(next)) {
						this.bytes.position(this.bytes.position() - 1);
						return this.bytes.position() - begin;
					}
				}
			}
		}

	}

}
