package org.muster.profiles;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;

import javax.imageio.ImageIO;

import org.muster.calendar.UtcColumns;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * People's photos. Each is drawn again, so that nothing but its pixels is kept: no place
 * where it was taken, and nothing that is hidden in the file.
 */
@Component
class Photos {

	private static final int SIZE = 256;

	private final JdbcClient jdbc;

	private final Clock clock;

	Photos(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	boolean exists(long consultant) {
		return this.jdbc.sql("select count(*) from consultant_photo where consultant_id = ?")
			.param(consultant)
			.query(Long.class)
			.single() > 0;
	}

	/** As PNG. */
	Optional<byte[]> find(long consultant) {
		return this.jdbc.sql("select content from consultant_photo where consultant_id = ?")
			.param(consultant)
			.query((row, index) -> row.getBytes(1))
			.optional();
	}

	/** The middle square of it, small. */
	@Transactional
	public void keep(long consultant, BufferedImage picture) throws IOException {
		byte[] photo = square(picture);
		remove(consultant);
		this.jdbc.sql("insert into consultant_photo (consultant_id, content, changed_at) values (?, ?, ?)")
			.params(consultant, photo, UtcColumns.write(this.clock.instant()))
			.update();
	}

	@Transactional
	public void remove(long consultant) {
		this.jdbc.sql("delete from consultant_photo where consultant_id = ?").param(consultant).update();
	}

	private static byte[] square(BufferedImage picture) throws IOException {
		int side = Math.min(picture.getWidth(), picture.getHeight());
		int left = (picture.getWidth() - side) / 2;
		int top = (picture.getHeight() - side) / 2;
		BufferedImage small = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
		Graphics2D graphics = small.createGraphics();
		graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
		graphics.drawImage(picture, 0, 0, SIZE, SIZE, left, top, left + side, top + side, null);
		graphics.dispose();
		ByteArrayOutputStream written = new ByteArrayOutputStream();
		ImageIO.write(small, "png", written);
		return written.toByteArray();
	}

}
