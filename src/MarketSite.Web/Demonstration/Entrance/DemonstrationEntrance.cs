using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;
using OrchardCore.Users;

namespace MarketSite.Web.Demonstration.Entrance;

/// <summary>The door that lets anybody in as one of the demonstration's people, without a password.</summary>
internal static class DemonstrationEntrance
{
    public const string Path = "demonstration/enter";

    /// <summary>Whom one can enter as, and where each of them begins.</summary>
    public static readonly IReadOnlyDictionary<string, string> Begins = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["member"] = "~/my-account",
        ["volunteer"] = "~/admin/counter",
        ["coordinator"] = "~/admin/payments/balances",
        ["admin"] = "~/admin",
    };

    public static async Task<IResult> EnterAsync(HttpContext context, IAntiforgery antiforgery, UserManager<IUser> users, SignInManager<IUser> signIn)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return Results.BadRequest();
        }

        var who = (await context.Request.ReadFormAsync(context.RequestAborted))["who"].ToString();
        if (!Begins.TryGetValue(who, out var begin) || await users.FindByNameAsync(who) is not { } user)
        {
            return Results.NotFound();
        }

        await signIn.SignInAsync(user, isPersistent: false);
        return Results.LocalRedirect(begin);
    }
}
