package org.muster.web;

import java.util.Map;
import java.util.Objects;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.muster.accounts.SignIn;
import org.muster.audit.AuditAct;
import org.muster.audit.Audited;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Records who has downloaded which file: documents, sheets, attachments, lists, whatever
 * is sent to be kept, also by pages that are made later.
 */
@Component
class Downloads implements HandlerInterceptor, WebMvcConfigurer {

	private static final Logger log = LoggerFactory.getLogger(Downloads.class);

	/** They record it themselves, with more of what it was. */
	private static final Set<String> RECORDED = Set.of("/consultants/export.{format:csv|xlsx}",
			"/admin/consultants/{reference}/personal-data.json");

	private static final int LONGEST_SUBJECT = 40;

	private final ApplicationEventPublisher events;

	private final TransactionTemplate transaction;

	Downloads(ApplicationEventPublisher events, TransactionTemplate transaction) {
		this.events = events;
		this.transaction = transaction;
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(this);
	}

	@Override
	public void afterCompletion(HttpServletRequest request, HttpServletResponse response, Object handler,
			@Nullable Exception failure) {
		String disposition = response.getHeader(HttpHeaders.CONTENT_DISPOSITION);
		if (disposition == null || response.getStatus() != HttpStatus.OK.value() || RECORDED
			.contains(String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)))) {
			return;
		}
		ContentDisposition kind = ContentDisposition.parse(disposition);
		if (kind.isAttachment()) {
			SignIn.current(request).ifPresent((user) -> {
				try {
					this.transaction.executeWithoutResult((status) -> this.events.publishEvent(new Audited(user.actor(),
							user.organisationId(), AuditAct.FILE_DOWNLOADED, subject(request), kind.getFilename())));
				}
				catch (RuntimeException ex) {
					// It has been sent by now.
					log.warn("A download could not be recorded", ex);
				}
			});
		}
	}

	/** What it belongs to, as far as the address names it. */
	private static String subject(HttpServletRequest request) {
		String reference = (request
			.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> parts)
					? Objects.toString(parts.get("reference"), "–") : "–";
		return reference.substring(0, Math.min(reference.length(), LONGEST_SUBJECT));
	}

}
