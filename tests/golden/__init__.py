"""The whole way over examples/, compared with what a careful reader finds in them."""
