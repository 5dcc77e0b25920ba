using OrchardCore.Admin.Models;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;

namespace Market.Desk.Drivers;

/// <summary>The way to the search at the top of every page of the admin.</summary>
public sealed class FindNavbarDisplayDriver : DisplayDriver<Navbar>
{
    public override IDisplayResult Display(Navbar model, BuildDisplayContext context) => View("FindNavbarItem", model).Location("DetailAdmin", "Content:5");
}
