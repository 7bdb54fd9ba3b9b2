package org.muster.pictures;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.zip.CRC32;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.core.io.ByteArrayResource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PicturesTest {

	private static byte[] written(String format) throws Exception {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		assertThat(ImageIO.write(new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB), format, bytes)).isTrue();
		return bytes.toByteArray();
	}

	private static @Nullable PictureFault fault(byte[] file) {
		try {
			Pictures.read(file);
			return null;
		}
		catch (UnusablePicture ex) {
			return ex.fault();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "png", "jpeg" })
	void usualFormatsAreRead(String format) throws Exception {
		assertThat(Pictures.read(written(format)).getWidth()).isEqualTo(30);
	}

	@ParameterizedTest
	@ValueSource(strings = { "tiff", "bmp", "gif" })
	void otherFormatsAreNotEvenUnpacked(String format) throws Exception {
		assertThat(fault(written(format))).isEqualTo(PictureFault.KIND);
	}

	/**
	 * 4,000 pixels square of eight bytes each: the file says so before it is unpacked.
	 */
	@Test
	void aPictureThatNeedsTooMuchMemoryIsRefusedByItsHeader() throws Exception {
		byte[] header = ByteBuffer.allocate(13).putInt(4000).putInt(4000).put(new byte[] { 16, 6, 0, 0, 0 }).array();
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		bytes.write("\u0089PNG\r\n\u001a\n".getBytes(StandardCharsets.ISO_8859_1));
		bytes.write(chunk("IHDR", header));
		long before = System.nanoTime();
		bytes.write(chunk("IDAT", new byte[4000 * 4000 * 8 / 1000]));
		bytes.write(chunk("IEND", new byte[0]));
		assertThatExceptionOfType(UnusablePicture.class).isThrownBy(() -> Pictures.read(bytes.toByteArray()))
			.satisfies((why) -> {
				assertThat(why.fault()).isEqualTo(PictureFault.PIXELS);
				assertThat(why.arguments()).containsExactly(4000, 4000, new BigDecimal("12.5"));
			});
		assertThat(System.nanoTime() - before).isLessThan(5_000_000_000L);
	}

	private static byte[] chunk(String type, byte[] content) {
		ByteBuffer chunk = ByteBuffer.allocate(content.length + 12)
			.putInt(content.length)
			.put(type.getBytes(StandardCharsets.US_ASCII))
			.put(content);
		CRC32 sum = new CRC32();
		sum.update(chunk.array(), 4, content.length + 4);
		return chunk.putInt((int) sum.getValue()).array();
	}

	@Test
	void whatIsNoPictureIsNone() {
		assertThat(fault("GIF89a/*<script>".getBytes(StandardCharsets.US_ASCII))).isEqualTo(PictureFault.KIND);
		assertThat(fault(new byte[0])).isEqualTo(PictureFault.KIND);
	}

	@Test
	void whatIsTooLargeSaysBothItsSizeAndTheLimit() throws Exception {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		ImageIO.write(new BufferedImage(6000, 5000, BufferedImage.TYPE_BYTE_BINARY), "png", bytes);
		assertThatExceptionOfType(UnusablePicture.class).isThrownBy(() -> Pictures.read(bytes.toByteArray()))
			.satisfies((why) -> {
				assertThat(why.key()).isEqualTo("forms.picture.PIXELS");
				assertThat(why.arguments()).containsExactly(6000, 5000, new BigDecimal("25.0"));
			});
		byte[] picture = written("png");
		assertThat(Pictures.read(new ByteArrayResource(picture), picture.length).getWidth()).isEqualTo(30);
		assertThatExceptionOfType(UnusablePicture.class)
			.isThrownBy(() -> Pictures.read(new ByteArrayResource(new byte[2 * 1024 * 1024 + 1]), 2 * 1024 * 1024))
			.satisfies((why) -> assertThat(why.arguments()).containsExactly(2))
			.withMessage("BYTES");
		assertThatExceptionOfType(UnusablePicture.class)
			.isThrownBy(() -> Pictures.read(new ByteArrayResource(new byte[0]), 1))
			.withMessage("EMPTY");
	}

	@Test
	void whatIsDamagedOrForPrintingSaysSo() throws Exception {
		byte[] png = written("png");
		png[png.length - 20] ^= 1;
		assertThat(fault(png)).isEqualTo(PictureFault.DAMAGED);
		assertThat(fault(Arrays.copyOf(written("png"), 60))).isEqualTo(PictureFault.CUT);
		assertThat(fault(Arrays.copyOf(written("jpeg"), 400))).isEqualTo(PictureFault.CUT);
		ByteArrayOutputStream inks = new ByteArrayOutputStream();
		ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
		try (ImageOutputStream output = ImageIO.createImageOutputStream(inks)) {
			writer.setOutput(output);
			writer.write(null,
					new IIOImage(Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 30, 20, 4, null), null, null),
					null);
		}
		assertThat(fault(inks.toByteArray())).isEqualTo(PictureFault.COLOURS);
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
		BufferedImage picture = Pictures.read(webp(name));
		assertThat(picture.getWidth()).isEqualTo(30);
		assertThat(picture.getHeight()).isEqualTo(20);
		Color left = new Color(picture.getRGB(5, 15), true);
		Color right = new Color(picture.getRGB(25, 15), true);
		assertThat(left.getRed()).isGreaterThan(150).isGreaterThan(left.getBlue() + 80);
		assertThat(right.getBlue()).isGreaterThan(150).isGreaterThan(right.getRed() + 80);
		assertThat(left.getAlpha()).isEqualTo(255);
		assertThat(new Color(picture.getRGB(2, 2), true).getAlpha()).isEqualTo(name.equals("transparent") ? 0 : 255);
		assertThat(Pictures.fault(webp(name))).isEmpty();
	}

	@Test
	void theDecoderOfAWebpSeesNothingButPixels() throws Exception {
		assertThat(new String(webp("with-exif"), StandardCharsets.ISO_8859_1)).contains("taken at home");
		assertThat(new String(Webp.of(webp("with-exif")).pixels(), StandardCharsets.ISO_8859_1)).contains("VP8 ")
			.doesNotContain("taken at home");
	}

	@Test
	void aWebpThatMovesIsRefused() throws Exception {
		assertThat(fault(webp("animated"))).isEqualTo(PictureFault.ANIMATED);
		assertThat(Pictures.fault(webp("animated"))).contains(PictureFault.ANIMATED);
		byte[] frames = webp("animated");
		frames[20] = 0;
		assertThat(fault(frames)).as("without saying so").isEqualTo(PictureFault.ANIMATED);
	}

	@ParameterizedTest
	@ValueSource(strings = { "lossy", "lossless", "transparent", "animated" })
	void aWebpThatIsCutOffIsRefused(String name) throws Exception {
		byte[] whole = webp(name);
		for (int length = 0; length < whole.length; length++) {
			byte[] cut = Arrays.copyOf(whole, length);
			assertThat(fault(cut)).as("%d bytes", length)
				.isEqualTo((length < 12) ? PictureFault.KIND : PictureFault.CUT);
			if (length >= 8) {
				// Also if it says of itself that it ends there.
				ByteBuffer.wrap(cut).order(ByteOrder.LITTLE_ENDIAN).putInt(4, length - 8);
				assertThat(Pictures.fault(cut).isEmpty() && length < whole.length - 1).as("%d bytes", length).isFalse();
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
		assertThat(Webp.of(lossless).height()).isEqualTo(16383);
		assertThat(fault(lossless)).isEqualTo(PictureFault.WEBP_PIXELS);
		for (byte[] huge : List.of(lossy, lossless, frame, canvas)) {
			long before = System.nanoTime();
			assertThat(fault(huge)).isEqualTo((huge == lossless) ? PictureFault.WEBP_PIXELS : PictureFault.SIZE);
			assertThat(System.nanoTime() - before).isLessThan(5_000_000_000L);
		}
	}

	@Test
	void aWebpThatIsBrokenInsideIsNone() throws Exception {
		byte[] broken = webp("lossless");
		Arrays.fill(broken, 25, broken.length, (byte) 0xff);
		assertThat(fault(broken)).isEqualTo(PictureFault.DAMAGED);
	}

}
