using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Market.Payments.Books;

/// <summary>Says in a word whether the books hold, to who may verify them.</summary>
internal static class BooksHealthEndpoint
{
    private static readonly object Allowed = new();

    public static void MapBooksHealth(this IEndpointRouteBuilder routes) => routes.MapGet("health/books", HandleAsync);

    public static bool IsAllowed(HttpContext context) => context.Items.ContainsKey(Allowed);

    private static async Task<IResult> HandleAsync(HttpContext context, IAuthorizationService authorization, HealthCheckService checks)
    {
        if (!await authorization.AuthorizeAsync(context.User, PaymentsPermissions.ManageBooks))
        {
            return context.User.Identity?.IsAuthenticated == true ? Results.Forbid() : Results.Challenge();
        }

        context.Items[Allowed] = true;
        context.Response.Headers.CacheControl = "no-store";
        return Results.Text((await checks.CheckHealthAsync(check => check.Tags.Contains(BooksHealthCheck.Tag), context.RequestAborted)).Status.ToString());
    }
}
