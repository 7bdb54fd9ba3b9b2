package org.muster.forms;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.zip.CRC32;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PicturesTest {

	private static byte[] written(String format) throws Exception {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		assertThat(ImageIO.write(new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB), format, bytes)).isTrue();
		return bytes.toByteArray();
	}

	@ParameterizedTest
	@ValueSource(strings = { "png", "jpeg" })
	void usualFormatsAreRead(String format) throws Exception {
		assertThat(Pictures.read(written(format)))
			.hasValueSatisfying((one) -> assertThat(one.getWidth()).isEqualTo(30));
	}

	@ParameterizedTest
	@ValueSource(strings = { "tiff", "bmp", "gif" })
	void otherFormatsAreNotEvenUnpacked(String format) throws Exception {
		assertThat(Pictures.read(written(format))).isEmpty();
	}

	/**
	 * 4,000 pixels square of eight bytes each: the file says so before it is unpacked.
	 */
	@Test
	void aPictureThatNeedsTooMuchMemoryIsRefusedByItsHeader() throws Exception {
		ByteBuffer header = ByteBuffer.allocate(17)
			.put("IHDR".getBytes(StandardCharsets.US_ASCII))
			.putInt(4000)
			.putInt(4000)
			.put(new byte[] { 16, 6, 0, 0, 0 });
		CRC32 sum = new CRC32();
		sum.update(header.array());
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		bytes.write("\u0089PNG\r\n\u001a\n".getBytes(StandardCharsets.ISO_8859_1));
		bytes.write(ByteBuffer.allocate(4).putInt(13).array());
		bytes.write(header.array());
		bytes.write(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
		long before = System.nanoTime();
		assertThat(Pictures.read(bytes.toByteArray())).isEmpty();
		assertThat(System.nanoTime() - before).isLessThan(5_000_000_000L);
	}

	@Test
	void whatIsNoPictureIsNone() {
		assertThat(Pictures.read("GIF89a/*<script>".getBytes(StandardCharsets.US_ASCII))).isEmpty();
		assertThat(Pictures.read(new byte[0])).isEmpty();
	}

	private static byte[] webp(String name) throws Exception {
		try (InputStream file = PicturesTest.class.getResourceAsStream("/pictures/" + name + ".webp")) {
			return Objects.requireNonNull(file).readAllBytes();
		}
	}

	/** Left red, right blue; the first ten by ten of one are transparent. */
	@ParameterizedTest
	@ValueSource(strings = { "lossy", "lossless", "transparent", "with-exif" })
	void aStillWebpIsDrawn(String name) throws Exception {
		BufferedImage picture = Pictures.read(webp(name)).orElseThrow();
		assertThat(picture.getWidth()).isEqualTo(30);
		assertThat(picture.getHeight()).isEqualTo(20);
		Color left = new Color(picture.getRGB(5, 15), true);
		Color right = new Color(picture.getRGB(25, 15), true);
		assertThat(left.getRed()).isGreaterThan(150).isGreaterThan(left.getBlue() + 80);
		assertThat(right.getBlue()).isGreaterThan(150).isGreaterThan(right.getRed() + 80);
		assertThat(left.getAlpha()).isEqualTo(255);
		assertThat(new Color(picture.getRGB(2, 2), true).getAlpha()).isEqualTo(name.equals("transparent") ? 0 : 255);
		assertThat(Pictures.isStillWebp(webp(name))).isTrue();
	}

	@Test
	void theDecoderOfAWebpSeesNothingButPixels() throws Exception {
		assertThat(new String(webp("with-exif"), StandardCharsets.ISO_8859_1)).contains("taken at home");
		assertThat(new String(Webp.of(webp("with-exif")).orElseThrow().pixels(), StandardCharsets.ISO_8859_1))
			.contains("VP8 ")
			.doesNotContain("taken at home");
	}

	@Test
	void aWebpThatMovesIsRefused() throws Exception {
		assertThat(Pictures.read(webp("animated"))).isEmpty();
		assertThat(Pictures.isStillWebp(webp("animated"))).isFalse();
		byte[] frames = webp("animated");
		frames[20] = 0;
		assertThat(Pictures.read(frames)).as("without saying so").isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "lossy", "lossless", "transparent", "animated" })
	void aWebpThatIsCutOffIsRefused(String name) throws Exception {
		byte[] whole = webp(name);
		for (int length = 0; length < whole.length; length++) {
			byte[] cut = Arrays.copyOf(whole, length);
			assertThat(Pictures.read(cut)).as("%d bytes", length).isEmpty();
			if (length >= 8) {
				// Also if it says of itself that it ends there.
				ByteBuffer.wrap(cut).order(ByteOrder.LITTLE_ENDIAN).putInt(4, length - 8);
				assertThat(Pictures.isStillWebp(cut) && length < whole.length - 1).as("%d bytes", length).isFalse();
			}
		}
	}

	/** 16,383 pixels square would be a gigabyte. */
	@Test
	void aWebpThatSaysToBeHugeIsRefusedByItsHeader() throws Exception {
		byte[] lossy = webp("lossy");
		ByteBuffer.wrap(lossy).order(ByteOrder.LITTLE_ENDIAN).putShort(26, (short) 16383).putShort(28, (short) 16383);
		byte[] lossless = webp("lossless");
		ByteBuffer.wrap(lossless).order(ByteOrder.LITTLE_ENDIAN).putInt(21, 16382 | 16382 << 14);
		byte[] frame = webp("transparent");
		int picture = new String(frame, StandardCharsets.ISO_8859_1).indexOf("VP8 ");
		ByteBuffer.wrap(frame).order(ByteOrder.LITTLE_ENDIAN).putShort(picture + 14, (short) 16383);
		byte[] canvas = webp("transparent");
		Arrays.fill(canvas, 24, 30, (byte) 0x3f);
		assertThat(Webp.of(lossy)).hasValueSatisfying((one) -> assertThat(one.width()).isEqualTo(16383));
		assertThat(Webp.of(lossless)).hasValueSatisfying((one) -> assertThat(one.height()).isEqualTo(16383));
		for (byte[] huge : List.of(lossy, lossless, frame, canvas)) {
			long before = System.nanoTime();
			assertThat(Pictures.read(huge)).isEmpty();
			assertThat(System.nanoTime() - before).isLessThan(5_000_000_000L);
		}
	}

	@Test
	void aWebpThatIsBrokenInsideIsNone() throws Exception {
		byte[] broken = webp("lossless");
		Arrays.fill(broken, 25, broken.length, (byte) 0xff);
		assertThat(Pictures.read(broken)).isEmpty();
	}

}
