package org.muster.forms;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
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

}
