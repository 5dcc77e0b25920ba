using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OrchardCore.Admin;

namespace Market.Payments.Counter.Entries;

/// <summary>
/// Keeps the admin's door from leading a script to a page: whoever is not signed in any more, or may not enter the admin, is answered in JSON.
/// What else they may is asked by each action.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class CounterApiAttribute : Attribute, IAsyncAuthorizationFilter, IOrderedFilter
{
    // Before the token is looked at: of who was signed out, that is another's.
    public int Order => -1;

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var (user, services) = (context.HttpContext.User, context.HttpContext.RequestServices);
        var S = services.GetRequiredService<IStringLocalizer<CounterApiAttribute>>();
        if (user.Identity is not { IsAuthenticated: true })
        {
            context.Result = Answer(StatusCodes.Status401Unauthorized, S["You are not signed in any more. Sign in, and send it again."]);
        }
        else if (!await services.GetRequiredService<IAuthorizationService>().AuthorizeAsync(user, AdminPermissions.AccessAdminPanel))
        {
            context.Result = Answer(StatusCodes.Status403Forbidden, S["You may not take payments at the counter."]);
        }
    }

    /// <summary>A status with a sentence.</summary>
    public static JsonResult Answer(int status, string sentence) => new(new { sentence }) { StatusCode = status };
}
