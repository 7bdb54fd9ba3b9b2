package org.muster.forms;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

import org.springframework.context.ApplicationContext;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.thymeleaf.spring6.expression.ThymeleafEvaluationContext;

/** Renders documents from templates, as tagged PDF with their fonts inside. */
@Component
public class Documents {

	private final ITemplateEngine templates;

	private final ApplicationContext application;

	private final ConversionService conversion;

	private final Shown shown;

	Documents(ITemplateEngine templates, ApplicationContext application, ConversionService mvcConversionService,
			Shown shown) {
		this.shown = shown;
		this.templates = templates;
		this.application = application;
		this.conversion = mvcConversionService;
		XRLog.setLoggingEnabled(false);
	}

	/**
	 * @param template its name, as that of a page
	 */
	public byte[] pdf(String template, Map<String, Object> model) {
		Map<String, Object> variables = new HashMap<>(model);
		variables.put("shown", this.shown);
		variables.put(ThymeleafEvaluationContext.THYMELEAF_EVALUATION_CONTEXT_CONTEXT_VARIABLE_NAME,
				new ThymeleafEvaluationContext(this.application, this.conversion));
		String html = this.templates.process(template, new Context(Locale.ENGLISH, variables));
		ByteArrayOutputStream pdf = new ByteArrayOutputStream();
		try {
			new PdfRendererBuilder().usePdfUaAccessibility(true)
				.useFont(() -> font("DejaVuSans.ttf"), "DejaVu Sans", 400, FontStyle.NORMAL, true)
				.useFont(() -> font("DejaVuSans-Bold.ttf"), "DejaVu Sans", 700, FontStyle.NORMAL, true)
				// The document asks for nothing from anywhere.
				.useUriResolver((base, uri) -> null)
				.withHtmlContent(html, null)
				.toStream(pdf)
				.run();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return pdf.toByteArray();
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
