namespace OtherShop.ViewModels;

/// <summary>What a form about memberships sends.</summary>
public class MembershipForm
{
    /// <summary>Made when the form is shown: a double tap or a reload counts once.</summary>
    public string? Key { get; set; }

    /// <summary>The membership it is about, where it is about one.</summary>
    public string? MembershipId { get; set; }
}
