package org.muster.proposals;

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
import org.muster.forms.Shown;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

import org.springframework.context.ApplicationContext;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.thymeleaf.spring6.expression.ThymeleafEvaluationContext;

/**
 * Renders the document of a proposal from a template, as a tagged PDF with its fonts
 * inside.
 */
@Component
class ProposalDocument {

	private final ITemplateEngine templates;

	private final ApplicationContext application;

	private final ConversionService conversion;

	private final Shown shown;

	ProposalDocument(ITemplateEngine templates, ApplicationContext application, ConversionService mvcConversionService,
			Shown shown) {
		this.shown = shown;
		this.templates = templates;
		this.application = application;
		this.conversion = mvcConversionService;
		XRLog.setLoggingEnabled(false);
	}

	byte[] render(Map<String, Object> model) {
		Map<String, Object> variables = new HashMap<>(model);
		variables.put("shown", this.shown);
		variables.put(ThymeleafEvaluationContext.THYMELEAF_EVALUATION_CONTEXT_CONTEXT_VARIABLE_NAME,
				new ThymeleafEvaluationContext(this.application, this.conversion));
		String html = this.templates.process("proposals/document", new Context(Locale.ENGLISH, variables));
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
