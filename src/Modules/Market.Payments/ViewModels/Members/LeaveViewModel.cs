namespace Market.Payments.ViewModels.Members;

/// <summary>The page on which a member leaves.</summary>
/// <param name="Reasons">What keeps them; nothing where they may.</param>
/// <param name="Days">After how many days their name is erased.</param>
/// <param name="Others">How many other logins of the household lose the account with them.</param>
public record LeaveViewModel(IReadOnlyList<string> Reasons, int Days, int Others = 0);
