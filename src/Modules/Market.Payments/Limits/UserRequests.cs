using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Controllers;

namespace Market.Payments.Limits;

/// <summary>Those of Orchard's own addresses that cost others, which carry no limit of their own.</summary>
internal static class UserRequests
{
    private static readonly object WhomKey = new();

    /// <summary>The limit that holds for a request, by its name in the configuration; none for most.</summary>
    public static string? LimitOf(HttpContext context)
    {
        if (!HttpMethods.IsPost(context.Request.Method)
            || context.GetEndpoint()?.Metadata.GetMetadata<ControllerActionDescriptor>() is not { } action
            || !action.RouteValues.TryGetValue("area", out var area)
            || area != "OrchardCore.Users")
        {
            return null;
        }

        return (action.ControllerName, action.ActionName) switch
        {
            ("Account", "Login") or ("TwoFactorAuthentication", _) or ("ExternalAuthentications", "LinkExternalLogin") => nameof(LimitOptions.SignIn),
            ("Registration", _) or ("ExternalAuthentications", "RegisterExternalLogin") => nameof(LimitOptions.Registration),
            ("ResetPassword", _) or ("EmailConfirmation", _) or ("ChangeEmail", _) => nameof(LimitOptions.PasswordMails),
            _ => null,
        };
    }

    /// <summary>Reads whom a mail is asked for, before the limits look at the request, which do not wait.</summary>
    public static async Task ReadAsync(HttpContext context)
    {
        if (LimitOf(context) is nameof(LimitOptions.PasswordMails) && context.Request.HasFormContentType)
        {
            try
            {
                var form = await context.Request.ReadFormAsync();
                context.Items[WhomKey] = form.FirstOrDefault(field => field.Key.EndsWith("UsernameOrEmail", StringComparison.OrdinalIgnoreCase)).Value.ToString().Trim().ToUpperInvariant();
            }
            catch (InvalidDataException)
            {
                // Orchard says what is wrong with it.
            }
        }
    }

    /// <summary>Whom a mail is asked for, by the login or address that was typed; none where that is not asked, as on the page that says no.</summary>
    public static string? WhomOf(HttpContext context) =>
        LimitOf(context) is nameof(LimitOptions.PasswordMails) && context.Items.TryGetValue(WhomKey, out var whom) && whom is string { Length: > 0 } named ? named : null;
}
