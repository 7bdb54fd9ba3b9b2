package org.muster.notifications;

import java.nio.charset.StandardCharsets;
import java.util.Set;

import org.thymeleaf.spring6.templateresolver.SpringResourceTemplateResolver;
import org.thymeleaf.templatemode.TemplateMode;

import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** E-mails have a part without marks, which templates of pages cannot make. */
@Configuration(proxyBeanMethods = false)
class MailTemplates {

	@Bean
	SpringResourceTemplateResolver plainTextTemplates(ApplicationContext application) {
		SpringResourceTemplateResolver resolver = new SpringResourceTemplateResolver();
		resolver.setApplicationContext(application);
		resolver.setOrder(0);
		resolver.setResolvablePatterns(Set.of("mail/*.txt"));
		resolver.setPrefix("classpath:/templates/");
		resolver.setTemplateMode(TemplateMode.TEXT);
		resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
		return resolver;
	}

}
