package org.muster.operations;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/** Every indicator, also one that a library brings, answers in time. */
@Configuration(proxyBeanMethods = false)
class HealthConfiguration {

	@Bean
	static BeanPostProcessor timelyHealth() {
		CustomizableThreadFactory factory = new CustomizableThreadFactory("health-");
		factory.setDaemon(true);
		Executor threads = Executors.newCachedThreadPool(factory);
		return new BeanPostProcessor() {
			@Override
			public Object postProcessAfterInitialization(Object bean, String name) {
				return (bean instanceof HealthIndicator indicator) ? new TimelyHealth(indicator, threads) : bean;
			}
		};
	}

}
