using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Market.Payments.Books;

/// <summary>The books among the site's health checks.</summary>
public sealed class BooksHealthCheck(BooksHealth health) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var state = await health.ReadAsync();
        return state.IsHealthy
            ? HealthCheckResult.Healthy("The client accounts' books hold.")
            : HealthCheckResult.Unhealthy("The client accounts' books need a look: Clients → Books says where.");
    }
}
