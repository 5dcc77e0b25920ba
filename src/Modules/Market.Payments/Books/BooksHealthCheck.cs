using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Market.Payments.Books;

/// <summary>
/// The books among the site's health checks, under a tag of their own. They say nothing of the process: it is degraded at worst, and asked by
/// anybody, as Orchard's <c>/health/live</c> is, it neither looks nor tells.
/// </summary>
public sealed class BooksHealthCheck(BooksHealthMemory memory, IServiceProvider services, IHttpContextAccessor http) : IHealthCheck
{
    public const string Tag = "books";

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (http.HttpContext is { } asked && !BooksHealthEndpoint.IsAllowed(asked))
        {
            return HealthCheckResult.Healthy("The client accounts' books are told of at /health/books.");
        }

        return await memory.HoldAsync(services, cancellationToken)
            ? HealthCheckResult.Healthy("The client accounts' books hold.")
            : HealthCheckResult.Degraded("The client accounts' books need a look: Clients → Books says where.");
    }
}
