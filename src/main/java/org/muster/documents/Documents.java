package org.muster.documents;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.muster.calendar.HomeZone;
import org.muster.forms.Formats;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

import org.springframework.context.ApplicationContext;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.thymeleaf.spring6.expression.ThymeleafEvaluationContext;

/**
 * Renders documents from templates: PDF/A-2a (ISO 19005-2), tagged for screen readers,
 * with their fonts inside.
 */
@Component
public class Documents {

	/** When a document was made or changed, in its metadata (XMP, ISO 16684-1). */
	private static final Pattern DATES = Pattern
		.compile("(<xmp:(?:Create|Modify|Metadata)Date>)([^<]*)(</xmp:(?:Create|Modify|Metadata)Date>)");

	private static final String PICTURE = "data:image/png;base64,";

	private final ITemplateEngine templates;

	private final ApplicationContext application;

	private final ConversionService conversion;

	private final Formats formats;

	private final HomeZone home;

	Documents(ITemplateEngine templates, ApplicationContext application, ConversionService mvcConversionService,
			Formats formats, HomeZone home) {
		this.home = home;
		this.formats = formats;
		this.templates = templates;
		this.application = application;
		this.conversion = mvcConversionService;
		XRLog.setLoggingEnabled(false);
	}

	/**
	 * @param template its name, as that of a page
	 * @param made when what it shows came about: the same contents make the same bytes
	 */
	public byte[] pdf(String template, Map<String, Object> model, Instant made) {
		return pdf(template, model, made, Locale.UK, this.home.id());
	}

	/**
	 * @param locale whose language it speaks
	 * @param zone by whose clock it tells times: whoever asks for it gets the same
	 */
	public byte[] pdf(String template, Map<String, Object> model, Instant made, Locale locale, ZoneId zone) {
		Map<String, Object> variables = new HashMap<>(model);
		variables.put("formats", this.formats.in(locale).by(zone));
		variables.put(ThymeleafEvaluationContext.THYMELEAF_EVALUATION_CONTEXT_CONTEXT_VARIABLE_NAME,
				new ThymeleafEvaluationContext(this.application, this.conversion));
		String html = Glyphs.printable(this.templates.process(template, new Context(locale, variables)));
		ByteArrayOutputStream pdf = new ByteArrayOutputStream();
		PdfRendererBuilder builder = new PdfRendererBuilder().usePdfUaAccessibility(true)
			.usePdfAConformance(PdfAConformance.PDFA_2_A)
			.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData())
			.useFont(() -> font("DejaVuSans.ttf"), "DejaVu Sans", 400, FontStyle.NORMAL, true)
			.useFont(() -> font("DejaVuSans-Bold.ttf"), "DejaVu Sans", 700, FontStyle.NORMAL, true)
			.useUnicodeBidiSplitter(RightToLeft::new)
			.useUnicodeBidiReorderer(new RightToLeft.Reorderer())
			.useReplacementText(Glyphs.INSTEAD)
			// The document asks for nothing from anywhere; pictures are inside of it.
			.useUriResolver((base, uri) -> uri.startsWith(PICTURE) ? uri : null)
			.withHtmlContent(html, null);
		try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
			PDDocument document = renderer.createPDFKeepOpen();
			stamp(document, made);
			document.save(pdf);
			document.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return pdf.toByteArray();
	}

	/** Says when the contents came about, and not when the file did. */
	private static void stamp(PDDocument document, Instant made) throws IOException {
		Calendar time = GregorianCalendar.from(made.truncatedTo(ChronoUnit.SECONDS).atZone(ZoneOffset.UTC));
		document.getDocumentInformation().setCreationDate(time);
		document.getDocumentInformation().setModificationDate(time);
		document.setDocumentId(made.toEpochMilli());
		PDMetadata metadata = document.getDocumentCatalog().getMetadata();
		String text = new String(metadata.toByteArray(), StandardCharsets.UTF_8);
		String date = DateTimeFormatter.ISO_INSTANT.format(made.truncatedTo(ChronoUnit.SECONDS));
		metadata.importXMPMetadata(DATES.matcher(text).replaceAll("$1" + date + "$3").getBytes(StandardCharsets.UTF_8));
	}

	private static InputStream font(String name) {
		try {
			return new ClassPathResource("fonts/" + name).getInputStream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
