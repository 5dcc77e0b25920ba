using Microsoft.Extensions.Localization;
using OrchardCore.Navigation;

namespace OtherShop;

/// <summary>The entry "Memberships" of the admin.</summary>
public sealed class AdminMenu(IStringLocalizer<AdminMenu> S) : AdminNavigationProvider
{
    /// <inheritdoc/>
    protected override ValueTask BuildAsync(NavigationBuilder builder)
    {
        builder.Add(S["Memberships"], "0.6", memberships => memberships
            .AddClass("memberships").Id("memberships")
            .Action("Index", "Admin", "OtherShop")
            .Permission(MembershipPermissions.ManageMemberships)
            .LocalNav());
        return ValueTask.CompletedTask;
    }
}
