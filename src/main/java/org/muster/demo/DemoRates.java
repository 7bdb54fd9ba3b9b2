package org.muster.demo;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

import javax.imageio.ImageIO;
import org.muster.accounts.CurrentUser;
import org.muster.calendar.Period;
import org.muster.pricing.FrameAgreements;
import org.muster.pricing.RateCards;
import org.muster.stationery.Letterheads;
import org.muster.vocabulary.JobRole;
import org.muster.vocabulary.Seniority;

import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The rate card, a frame agreement and the letterhead of the demo. */
@Component
@Profile("demo")
class DemoRates {

	private static final Map<JobRole, Integer> LEADS = Map.of(JobRole.BACK_END, 740, JobRole.FRONT_END, 700,
			JobRole.FULL_STACK, 730, JobRole.MOBILE, 720, JobRole.QA, 640, JobRole.DEVOPS, 760, JobRole.DATA, 770,
			JobRole.DESIGNER, 660);

	private static final Color COLOUR = new Color(0x24, 0x50, 0x8f);

	private final RateCards cards;

	private final FrameAgreements agreements;

	private final Letterheads letterheads;

	private final Clock clock;

	DemoRates(RateCards cards, FrameAgreements agreements, Letterheads letterheads, Clock clock) {
		this.cards = cards;
		this.agreements = agreements;
		this.letterheads = letterheads;
		this.clock = clock;
	}

	/** Those who lead cost the same everywhere; one client has an agreement. */
	void create(long client, CurrentUser by) {
		LocalDate year = LocalDate.now(this.clock).withDayOfYear(1);
		new TreeMap<>(LEADS).forEach((role, rate) -> this.cards.add(null,
				RateCards.entry(role, Seniority.LEAD, "EUR", BigDecimal.valueOf(rate), year), by.name(),
				this.clock.instant()));
		this.agreements.add(client, "Frame %d".formatted(year.getYear()), new Period(year, year.plusYears(3)),
				Map.of(150, new BigDecimal("2"), 300, new BigDecimal("4")), year.plusYears(1), new BigDecimal("2.5"),
				by.name(), this.clock.instant());
		this.letterheads.add("#24508f", logo(), by.name(), this.clock.instant());
	}

	private static byte[] logo() {
		BufferedImage picture = new BufferedImage(600, 150, BufferedImage.TYPE_INT_ARGB);
		Graphics2D graphics = picture.createGraphics();
		graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
		graphics.setColor(COLOUR);
		graphics.fillRoundRect(0, 15, 120, 120, 36, 36);
		graphics.setColor(Color.WHITE);
		for (int bar = 0; bar < 3; bar++) {
			graphics.fillRoundRect(24 + bar * 28, 90 - bar * 22, 18, 22 + bar * 22, 8, 8);
		}
		graphics.setColor(COLOUR);
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (InputStream font = new ClassPathResource("fonts/DejaVuSans-Bold.ttf").getInputStream()) {
			graphics.setFont(Font.createFont(Font.TRUETYPE_FONT, font).deriveFont(84f));
			graphics.drawString("Muster", 145, 106);
			graphics.dispose();
			ImageIO.write(picture, "png", bytes);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (FontFormatException ex) {
			throw new IllegalStateException(ex);
		}
		return bytes.toByteArray();
	}

}
